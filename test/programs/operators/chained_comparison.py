# Each operand of a chain is evaluated once, left to right, and the chain stops early.
def v(x):
    print("eval", x)
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) == v(1) != v(2) > v(0))
print(1 < 2 > 1, 1 < 3 < 2, 5 in [5] == True, (5 in [5]) == True, 1 == 1 in [1], not 1 == 2)
x = 5
print(0 <= x < 10, 0 <= x <= 4 or x == 5, "a" < "b" < "c" <= "c", None is None is None)
class Weird:
    def __lt__(self, other):
        return "lt"
    def __gt__(self, other):
        return []
print(Weird() < 1, Weird() > 1, Weird() < 1 < 2, Weird() > 1 < v(2))
