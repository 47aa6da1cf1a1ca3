# heaplab finding
# from: g2:mixed:771:6242
# tier: C
# strategy: arena-pools
# config: stress=0 heap=67108864 thresholds=2000,10,10 fail-at=0 engine=loop verify=all
# cause: a class was tracked before its dict, and CPython tracks the dict first: what the two lead to was finalized in another order

import gc
gc.disable()
SERIAL = [0]
def serial():
    SERIAL[0] += 1
    return SERIAL[0]
class Node:
    def __init__(self, a=None):
        self.f0 = a
    def get(self, x=None):
        pass
def keeps_identity(x):
    gc.collect()
class Tagged(Node):
    def __init__(self, a=None):
        super().__init__(a)
        self.tag = serial()
    def __del__(self):
        print(self.tag)
class C0(Tagged):
    pass
def main():
    b = {0: C0().get, 5: None}
    keeps_identity(type("T", (), {"extra": C0(b)}))
main()
