# is, is not, in, not in.
a = [1]
b = a
c = [1]
print(a is b, a is c, a == c, a is not c, None is None, not None is None, type(1) is int)
class Bag:
    def __contains__(self, x):
        print("contains", x)
        return x
print(1 in Bag(), 0 in Bag(), "yes" in Bag(), [] not in Bag())
class Iter:
    def __iter__(self):
        print("iter")
        return iter([1, 2, 3])
print(2 in Iter(), 9 in Iter())
class Old:
    def __getitem__(self, i):
        print("get", i)
        if i > 3:
            raise IndexError
        return i * 10
print(20 in Old(), 5 in Old(), list(Old()))
class Blocked:
    __contains__ = None
    def __iter__(self):
        return iter([1])
for act in (lambda: 1 in 5, lambda: 1 in Blocked(), lambda: 1 in None, lambda: None in "abc"):
    try:
        print(act())
    except TypeError as error:
        print(error)
gen = (x for x in range(5))
print(2 in gen, 2 in gen, list(gen))
nan = float("nan")
print(nan in [nan], float("nan") in [nan], nan in {nan: 1}, 1.0 in {1}, True in [1], "1" in {1: 2})
