# tier: C
# The size of a generator grows with its locals and stack.
import sys
def g0(): yield
def g3():
    a = b = c = 1
    yield a + b + c
def g10():
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = 0
    yield a0
async def co(): pass
c = co()
print([sys.getsizeof(x) for x in (g0(), g3(), g10(), (i for i in ()), c)])
c.close()
def outer():
    x = 1
    def inner(): return x
    return inner
print(sys.getsizeof(outer().__closure__[0]), sys.getsizeof(outer()), sys.getsizeof(outer().__closure__))
