# Classic algorithms in place.
def quicksort(a, lo=0, hi=None):
    if hi is None:
        hi = len(a) - 1
    while lo < hi:
        pivot, i, j = a[(lo + hi) // 2], lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i, j = i + 1, j - 1
        quicksort(a, lo, j)
        lo = i

def bubble(a):
    swaps = 0
    for end in range(len(a), 1, -1):
        for i in range(1, end):
            if a[i - 1] > a[i]:
                a[i - 1], a[i] = a[i], a[i - 1]
                swaps += 1
    return swaps

def merge_sort(a):
    if len(a) < 2:
        return a
    left, right = merge_sort(a[:len(a) // 2]), merge_sort(a[len(a) // 2:])
    out = []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right

data = [(i * 37 + 11) % 101 for i in range(60)]
q = data[:]
quicksort(q)
b = data[:]
print(q == sorted(data), bubble(b), b == q, merge_sort(data) == q, q[:10])
sieve = [True] * 200
sieve[0:2] = [False, False]
for i in range(2, 15):
    if sieve[i]:
        sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i, p in enumerate(sieve) if p])
def rotate(a, k):
    k %= len(a)
    return a[-k:] + a[:-k]
print(rotate([1, 2, 3, 4, 5], 2), rotate([1, 2, 3], -1), rotate([1, 2], 4))
