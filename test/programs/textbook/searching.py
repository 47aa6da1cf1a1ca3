# Linear and binary search with counted comparisons.
def linear(a, x):
    steps = 0
    for i, v in enumerate(a):
        steps += 1
        if v == x: return i, steps
    return -1, steps
def binary(a, x):
    lo, hi, steps = 0, len(a) - 1, 0
    while lo <= hi:
        steps += 1
        mid = (lo + hi) // 2
        if a[mid] == x: return mid, steps
        if a[mid] < x: lo = mid + 1
        else: hi = mid - 1
    return -1, steps
def recursive(a, x, lo=0, hi=None):
    hi = len(a) if hi is None else hi
    if lo >= hi: return -1
    mid = (lo + hi) // 2
    if a[mid] == x: return mid
    return recursive(a, x, mid + 1, hi) if a[mid] < x else recursive(a, x, lo, mid)
a = list(range(0, 2000, 3))
for x in (0, 999, 1998, 1000, -5, 5000):
    print(x, linear(a, x), binary(a, x), recursive(a, x))
print(max(binary(a, x)[1] for x in a), binary([], 1), linear([], 1))
def bisect_root(f, lo, hi, eps=1e-10):
    while hi - lo > eps:
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0: hi = mid
        else: lo = mid
    return (lo + hi) / 2
print(round(bisect_root(lambda x: x * x - 2, 0, 2), 8), round(bisect_root(lambda x: x ** 3 - x - 2, 1, 2), 8))
matrix = [[1, 4, 7, 11], [2, 5, 8, 12], [3, 6, 9, 16], [10, 13, 14, 17]]
def staircase(m, x):
    r, c = 0, len(m[0]) - 1
    while r < len(m) and c >= 0:
        if m[r][c] == x: return r, c
        if m[r][c] > x: c -= 1
        else: r += 1
    return None
print([staircase(matrix, x) for x in (5, 14, 15, 1, 17, 20)])
def peak(a):
    lo, hi = 0, len(a) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < a[mid + 1]: lo = mid + 1
        else: hi = mid
    return lo
print(peak([1, 3, 8, 12, 4, 2]), peak([1, 2, 3]), peak([3, 2, 1]), peak([5]))
