# tier: C
# Sizes of literal containers.
import sys
print([sys.getsizeof(x) for x in ((), (1,), (1, 2), (1, 2, 3))])
print([sys.getsizeof(x) for x in ([], [1], [1, 2], [1, 2, 3], [0] * 10, list(range(10)), [x for x in range(10)])])
print([sys.getsizeof(x) for x in ({}, {1: 1}, {"a": 1}, {"a": 1, 2: 3}, dict(a=1), {i: i for i in range(5)}, {i: i for i in range(6)}, {str(i): i for i in range(6)})])
print([sys.getsizeof(x) for x in (set(), {1}, {1, 2, 3, 4}, {1, 2, 3, 4, 5}, set(range(20)), frozenset(), frozenset([1]))])
