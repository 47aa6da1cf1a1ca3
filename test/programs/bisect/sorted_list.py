# Keeping a list sorted.
import bisect
scores = []
for s in (33, 99, 77, 70, 89, 90, 100): bisect.insort(scores, s)
print(scores, bisect.bisect_left(scores, 77), bisect.bisect_right(scores, 77), bisect.bisect(scores, 0), bisect.bisect(scores, 101))
def contains(a, x):
    i = bisect.bisect_left(a, x)
    return i < len(a) and a[i] == x
def between(a, lo, hi): return a[bisect.bisect_left(a, lo):bisect.bisect_right(a, hi)]
print(contains(scores, 89), contains(scores, 88), between(scores, 70, 90), ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in scores])
