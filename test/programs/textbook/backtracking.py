def solve(n):
    sols = []

    def place(row, cols, d1, d2, board):
        if row == n:
            sols.append(board)
            return
        for c in range(n):
            if c not in cols and row - c not in d1 and (row + c not in d2):
                place(row + 1, cols | {c}, d1 | {row - c}, d2 | {row + c}, board + [c])
    place(0, set(), set(), set(), [])
    return sols
s = solve(6)
print(len(s), s[0], '\n'.join((' '.join(('Q' if c == q else '.' for c in range(6))) for q in s[0])), len(solve(7)))



def hanoi(n, a='A', b='B', c='C'):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))



def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7))



def lev(a, b):
    p = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        q = [i]
        for j, y in enumerate(b, 1):
            q.append(min(q[-1] + 1, p[j] + 1, p[j - 1] + (x != y)))
        p = q
    return p[-1]
print(lev('kitten', 'sitting'), lev('', 'abc'))



def permute(l):
    return [l] if len(l) < 2 else [[x] + r for i, x in enumerate(l) for r in permute(l[:i] + l[i + 1:])]
print(permute([1, 2, 3]))
print([[i * j % 7 for j in range(1, 4)] for i in range(1, 4)])
from functools import reduce
print(reduce(lambda a, b: a * b % 1000007, range(1, 50)))
