# Knapsack, edit distance, longest common subsequence, coin change, matrix chain, partitions.
from functools import lru_cache
def knapsack(items, cap):
    best = [(0, ())] * (cap + 1)
    for i, (w, v) in enumerate(items):
        for c in range(cap, w - 1, -1):
            cand = (best[c - w][0] + v, best[c - w][1] + (i,))
            if cand[0] > best[c][0]: best[c] = cand
    return best[cap]
print(knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15))
def edit(a, b):
    d = [[i + j if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (x != y))
    return d[-1][-1]
print([edit(*p) for p in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("same", "same"))])
def lcs(a, b):
    @lru_cache(None)
    def go(i, j):
        if i == len(a) or j == len(b): return ""
        if a[i] == b[j]: return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)
    return go(0, 0)
print(lcs("AGGTAB", "GXTXAYB"), lcs("abc", "xyz") == "", lcs("programming", "gaming"))
def coins(amount, kinds):
    best = [0] + [None] * amount
    for a in range(1, amount + 1):
        options = [best[a - k] + 1 for k in kinds if k <= a and best[a - k] is not None]
        best[a] = min(options, default=None)
    return best[amount]
print(coins(63, [1, 5, 10, 21, 25]), coins(3, [2]), coins(0, [1]))
def chain(dims):
    @lru_cache(None)
    def go(i, j):
        if i == j: return 0, str(i)
        return min((go(i, k)[0] + go(k + 1, j)[0] + dims[i] * dims[k + 1] * dims[j + 1], f"({go(i, k)[1]}{go(k + 1, j)[1]})") for k in range(i, j))
    return go(0, len(dims) - 2)
print(chain((10, 30, 5, 60)), chain((40, 20, 30, 10, 30)))
def lis(a):
    best = []
    for x in a: best.append(max((b for b in best if b[-1] < x), key=len, default=()) + (x,))
    return max(best, key=len)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))
def subset_sum(a, t):
    reach = {0: []}
    for x in a: reach.update({s + x: p + [x] for s, p in list(reach.items()) if s + x not in reach})
    return reach.get(t)
print(subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([1, 2], 9))
def wrap(words, width):
    n = len(words)
    cost = [0] + [float("inf")] * n
    cut = [0] * (n + 1)
    for j in range(1, n + 1):
        for i in range(j):
            length = len(" ".join(words[i:j]))
            if length <= width:
                c = cost[i] + (0 if j == n else (width - length) ** 2)
                if c < cost[j]: cost[j], cut[j] = c, i
    lines, j = [], n
    while j: lines.insert(0, " ".join(words[cut[j]:j])); j = cut[j]
    return lines
print(wrap("the quick brown fox jumps over the lazy dog again and again".split(), 16))
def max_subarray(a):
    best = cur = a[0]
    for x in a[1:]:
        cur = max(x, cur + x)
        best = max(best, cur)
    return best
print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), max_subarray([-3, -1]))
