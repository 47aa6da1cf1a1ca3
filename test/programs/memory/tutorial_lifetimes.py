# tier: C
# strategies: arena-pools
# Two objects whose lifetimes do not overlap share an address; overlapping ones do not.
class Blob:
    __slots__ = ("size", "colour")
first = id(Blob())
second = id(Blob())
print(first == second)
a = Blob()
b = Blob()
print(id(a) == id(b))
i = id(b)
del b
c = Blob()
print(id(c) == i)
big1 = id(bytearray(10_000))
big2 = id(bytearray(10_000))
print(big1 == big2)
def call(x):
    local = (x + 5) * 10
    return local
print(call(3), call(300))
