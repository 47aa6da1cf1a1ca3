# Eight sorting algorithms on the same data.
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a
def selection(a):
    a = a[:]
    for i in range(len(a)):
        m = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[m] = a[m], a[i]
    return a
def merge(a):
    if len(a) <= 1: return a
    l, r, out = merge(a[:len(a) // 2]), merge(a[len(a) // 2:]), []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    return out + l[i:] + r[j:]
def quick(a):
    if len(a) <= 1: return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def heap(a):
    a = a[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]
            i = c
    for i in reversed(range(len(a) // 2)): sift(i, len(a))
    for end in reversed(range(1, len(a))):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    return a
def counting(a):
    counts = [0] * (max(a, default=0) + 1)
    for x in a: counts[x] += 1
    return [i for i, n in enumerate(counts) for _ in range(n)]
def radix(a):
    a, place = a[:], 1
    while any(x >= place for x in a):
        buckets = [[] for _ in range(10)]
        for x in a: buckets[x // place % 10].append(x)
        a = [x for b in buckets for x in b]
        place *= 10
    return a
def shell(a):
    a, gap = a[:], len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and a[j - gap] > x: a[j] = a[j - gap]; j -= gap
            a[j] = x
        gap //= 2
    return a
data = [(i * 7919 + 13) % 1000 for i in range(80)]
for f in (bubble, insertion, selection, merge, quick, heap, counting, radix, shell):
    print(f.__name__, f(data) == sorted(data), f([]), f([3]), f([2, 1]), f([5, 5, 1, 5]))
print(sorted(data)[:10])
