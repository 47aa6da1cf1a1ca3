# product, permutations, combinations.
from itertools import *
print([*product("ab", [1, 2])], [*product([0, 1], repeat=3)], [*product()], [*product([], "a")], len([*product(range(3), repeat=4)]))
print(["".join(p) for p in permutations("abc")], [*permutations([1, 2, 3], 2)], [*permutations("ab", 0)], [*permutations("ab", 3)], [*permutations([])])
print([*combinations("abcd", 2)], [*combinations([1, 2, 3], 3)], [*combinations("ab", 5)], [*combinations("ab", 0)], [*combinations_with_replacement("abc", 2)], [*combinations_with_replacement([1], 3)])
print(len([*permutations(range(6))]), len([*combinations(range(10), 4)]), sum(a * b for a, b in combinations(range(5), 2)))
for act in (lambda: permutations("a", -1), lambda: combinations("a", -1), lambda: combinations("a"), lambda: product("a", repeat=-1), lambda: permutations(5), lambda: product(1), lambda: product("a", rep=2), lambda: permutations("ab", "x")):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(e)
digits = [p for p in permutations(range(10), 3) if p[0] and (p[0] * 100 + p[1] * 10 + p[2]) % 97 == 0]
print(digits)
subsets = list(chain.from_iterable(combinations("xyz", r) for r in range(4)))
print(subsets)
