# heaplab finding
# from: g2:mixed:771:1883
# tier: C
# strategy: all
# config: stress=0 heap=67108864 thresholds=2000,10,10 fail-at=0
# cause: a cached STORE_ATTR let go of the owner before the value that it had overwritten

class Loud:
    def __init__(self, name, held=None):
        self.name = name
        self.held = held
    def __del__(self):
        print(self.name)
def overwrite():
    Loud('outer', Loud('inner')).held = None
for i in range(3):
    overwrite()
