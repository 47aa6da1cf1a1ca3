# tier: C
# strategies: arena-pools
# The address of a dead object is given to the next of its size class.
class S:
    __slots__ = ("x",)
a = id(S())
b = id(S())
print(a == b)
x = S()
i = id(x)
del x
y = S()
print(id(y) == i)
print(id([]) == id([]), id({}) == id({}), id([1]) == id([2]))
u, v = S(), S()
print(id(u) == id(v))
i, j = id(u), id(v)
del u, v
p, q = S(), S()
print(id(p) == j, id(q) == i)
def f():
    local = [1, 2, 3]
    return id(local)
print(f() == f())
