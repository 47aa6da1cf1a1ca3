# heaplab finding
# from: g1:mixed:77:12
# tier: B
# strategy: all
# config: stress=1 heap=67108864 thresholds=2000,10,10 fail-at=0
# cause: the result of a call lay in no slot while its arguments were dropped; the finalizer of one collected

import weakref
class Node:
    def __init__(self, a=0):
        pass
class Tagged(Node):
    def __del__(self):
        pass
class C1(Tagged):
    pass
b = weakref.ref(C1(0))
