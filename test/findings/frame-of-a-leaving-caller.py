# heaplab finding
# from: g1:mixed:3001:62
# tier: A
# strategy: refcount
# config: stress=0 heap=67108864 thresholds=2000,10,10 fail-at=0 engine=loop verify=all
# cause: a frame object linked to the frame of a caller that was being left, whose own frame object nobody released any more

def main():
    def b(a):
        try:
            yield 0
        finally:
            pass
    c = b((0))
    d = next(c)
main()
