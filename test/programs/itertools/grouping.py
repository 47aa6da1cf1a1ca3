# chain, zip_longest, accumulate, groupby, tee.
from itertools import *
import operator
print([*chain("ab", [1], ())], [*chain.from_iterable(["ab", "cd"])], [*chain()], [*zip_longest("abc", [1])], [*zip_longest("ab", "c", fillvalue="-")], [*zip_longest()])
print([*accumulate([1, 2, 3, 4])], [*accumulate([3, 1, 4], max)], [*accumulate([1, 2, 3], operator.mul, initial=10)], [*accumulate([])], [*accumulate("abc")], [*accumulate([], initial=5)], [*accumulate([5, 3], lambda a, b: a - b)])
for k, g in groupby("aaabbca"):
    print(k, list(g), end="; ")
print()
print([(k, [*g]) for k, g in groupby(sorted(["bb", "a", "cc", "d"], key=len), len)], {k: len([*g]) for k, g in groupby([1, 1, 2, 3, 3, 3])})
groups = [(k, g) for k, g in groupby("aabb")]
print([(k, list(g)) for k, g in groups])
gr = groupby([1, 2, 4, 5, 7], key=lambda x: x % 2)
k, g = next(gr)
print(k, next(g))
k2, g2 = next(gr)
print(k2, list(g), list(g2))
a, b, c = tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), tee([], 0))
def src():
    for i in range(3):
        print("produce", i)
        yield i
x, y = tee(src())
print(next(x), next(y), next(y), list(x))
for act in (lambda: chain(5), lambda: list(chain(5)), lambda: zip_longest("a", foo=1), lambda: accumulate(), lambda: groupby(5), lambda: tee("a", -1), lambda: list(chain.from_iterable([1])), lambda: list(accumulate([1, "a"]))):
    try:
        r = act()
        print(type(r).__name__)
    except (TypeError, ValueError) as e:
        print(e)
