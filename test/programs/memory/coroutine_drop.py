# tier: C
# Dropped coroutines and async generators.
import warnings
warnings.simplefilter("ignore")
class A:
    def __await__(self): yield "suspended"
async def co():
    try:
        await A()
    finally:
        print("coroutine finally")
c = co()
print(c.send(None))
del c
print("dropped")
c = co()
c.close()
print("closed unstarted")
async def never(): print("never")
never()
print("unawaited")
async def agen():
    try:
        yield 1
    finally:
        print("agen finally")
g = agen()
try:
    g.__anext__().send(None)
except StopIteration as s:
    print("value", s.value)
try:
    g.aclose().send(None)
except StopIteration:
    print("aclosed")
