# bisect: left, right, insort, bounds, keys.
import bisect
a = [1, 2, 2, 2, 5, 8]
for x in (0, 1, 2, 3, 5, 8, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x))
print(bisect.bisect_left(a, 2, 2), bisect.bisect_left(a, 2, 0, 2), bisect.bisect([], 1), bisect.bisect_left([(1, "b"), (3, "a")], 2, key=lambda p: p[0]))
b = []
for x in (5, 1, 3, 3, 2): bisect.insort(b, x)
print(b)
c = ["bb", "dddd"]
bisect.insort(c, "ccc", key=len)
bisect.insort_left(c, "xx", key=len)
bisect.insort_right(c, "yy", key=len)
print(c)
for act in (lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1, 2), 3), lambda: bisect.bisect()):
    try: print(act())
    except (TypeError, ValueError, AttributeError) as e: print(type(e).__name__, e)
def grade(score, cuts=(60, 70, 80, 90), marks="FDCBA"): return marks[bisect.bisect(cuts, score)]
print([grade(s) for s in (33, 60, 77, 90, 100)])
def lis(xs):
    tails = []
    for x in xs:
        i = bisect.bisect_left(tails, x)
        tails[i:i + 1] = [x]
    return len(tails)
print(lis([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), bisect.bisect_left(range(0, 10**6, 3), 500000), bisect.bisect(a, 2.5))
class L:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
print(bisect.bisect([L(1), L(3)], L(2)))
