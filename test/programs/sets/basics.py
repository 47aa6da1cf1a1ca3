# Set construction, membership, operators.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a <= b, {3} < b, a >= {1, 2}, a == {4, 3, 2, 1}, a != b, 3 in a, 9 not in a, len(a))
print(set(), set("a"), set([1, 1, 2]), {1, True, 1.0}, {*()}, frozenset(), frozenset([1]), type({}).__name__, {(1, 2), (1, 2)}, set(range(5)), {x % 3 for x in range(10)})
print(a.union([9], (8,)), a.intersection([1, 2], {2}), a.difference([1], [2]), a.symmetric_difference([4, 5]), a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a.union(), a.copy() == a)
for act in (lambda: {[]}, lambda: {{}}, lambda: a | [1], lambda: [1] | a, lambda: a & None, lambda: hash(a), lambda: {{1}}, lambda: set(5), lambda: a < [1], lambda: set(1, 2), lambda: a + b, lambda: set().pop(), lambda: a.remove(99), lambda: [] in a):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print({1} | frozenset({2}), frozenset({2}) | {1}, type({1} & frozenset({1})).__name__, type(frozenset({1}) - {1}).__name__, {1} == frozenset({1}), {frozenset({1}): "f"}[frozenset([1])], {1} in {frozenset({1})})
