# heaplab finding
# from: g2:mixed:101:670
# tier: C
# strategy: all
# config: stress=0 heap=67108864 thresholds=2000,10,10 fail-at=0 engine=loop verify=all
# cause: a generator that is closed before it was started let go of its arguments at once; CPython's keeps them until it dies

import gc


class Tagged:
    def __del__(self):
        print("finalizer")


def cycle(box):
    yield box


b = Tagged()
c = (0 for i in [b])
c.close()
b = None
print("closed")
c = None
b = [Tagged()]
b.append(cycle(b))
b[1].close()
b = None
print("a cycle through it")
gc.collect()
