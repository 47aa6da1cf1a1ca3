# heaplab finding
# from: g1:mixed:2001:896
# tier: C
# strategy: arena-pools
# config: stress=0 heap=67108864 thresholds=2000,10,10 fail-at=0 engine=loop verify=all
# cause: a frame that a traceback kept alive did not keep its caller's frame, as take_ownership does in CPython

SERIAL = [0]
def serial():
    SERIAL[0] += 1
    return SERIAL[0]
class Node:
    pass
class Tagged(Node):
    def __init__(self, a=0):
        self.tag = serial()
    def __del__(self):
        print(self.tag)
class C2(Tagged):
    pass
def f0(a, b):
    try:
        raise ValueError
    except ValueError as error:
        c = error
    d = C2(0)
def f1(a, b):
    e = f0(b, (0))
    f = C2(0)
g = f1((0), 0)
