# Puzzles solved by brute force.
from itertools import permutations, combinations, product
print([(a, b, c) for a, b, c in combinations(range(1, 20), 3) if a * a + b * b == c * c])
send = (9, 5, 6, 7, 1, 0, 8, 2)
S, E, N, D, M, O, R, Y = send
print(send, 1000 * S + 100 * E + 10 * N + D + 1000 * M + 100 * O + 10 * R + E == 10000 * M + 1000 * O + 100 * N + 10 * E + Y)
print(["".join(p) for p in product("01", repeat=3)], max(combinations([3, 8, 2, 5], 2), key=sum), sum(1 for p in permutations(range(5)) if all(i != v for i, v in enumerate(p))))
print([c for n in range(4) for c in combinations("abc", n)], [d for d in product(range(1, 7), repeat=2) if sum(d) == 7])
