# Nested lists as matrices.
def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]

def transpose(m):
    return [list(row) for row in zip(*m)]

def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([row[:j] + row[j + 1:] for row in m[1:]]) for j in range(len(m)))

def power(m, n):
    result = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1:
            result = matmul(result, m)
        m = matmul(m, m)
        n >>= 1
    return result

a = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
print(matmul(a, a), transpose(a), det(a), power([[1, 1], [1, 0]], 90)[0][1], [x for row in a for x in row], sum(map(sum, a)))
print([[row[i] for row in a] for i in range(3)] == transpose(a), list(zip(*a))[0], [max(r) for r in a], max(a), [r[::-1] for r in a[::-1]])
spiral, m = [], [list(range(i, i + 4)) for i in range(0, 16, 4)]
while m:
    spiral += m.pop(0)
    m = [list(r) for r in zip(*m)][::-1]
print(spiral)
