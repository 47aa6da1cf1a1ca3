# heaplab finding
# from: g3:mixed:20261124:12594
# tier: B
# strategy: semispace
# config: stress=1 heap=67108864 thresholds=2000,10,10 fail-at=0 engine=loop verify=all
# cause: a str was used by its old address after the import of codecs, which ran Python and moved it

def f(a):
    b = str([])
    bytes(b, b)
f(0)
