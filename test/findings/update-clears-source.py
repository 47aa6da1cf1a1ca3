# heaplab finding
# from: g1:mixed:1:19
# tier: A
# strategy: all
# config: stress=1 heap=67108864 thresholds=2000,10,10 fail-at=0
# cause: dict.update held neither key nor value of the source while keys were compared; __eq__ cleared the source

a = {}
b = {}
class c:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        b.clear()
a[c()] = 0
b[c()] = (0, [1])
try:
    a.update(b)
except RuntimeError:
    print("mutated")
