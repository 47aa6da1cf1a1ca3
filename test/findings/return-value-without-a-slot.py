# heaplab finding
# from: g1:mixed:77:12
# tier: B
# strategy: all
# config: stress=1 heap=67108864 thresholds=2000,10,10 fail-at=0
# cause: the value of return lay in no slot while the locals were dropped; the finalizer of one collected

class Node:
    def __init__(self, a=0):
        self.f0 = a
    def get(self, x=0):
        return self.f0
class Tagged(Node):
    def __del__(self):
        pass
class C1(Tagged):
    pass
b = C1(C1).get((0))
