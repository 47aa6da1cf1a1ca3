# Running totals and grouping of sorted data.
from itertools import accumulate, groupby, chain, count, islice, takewhile, zip_longest
import operator
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([2, 3, 4], operator.mul)), list(accumulate("abc")), list(accumulate([100, -20, -30], initial=0)))
data = [("fruit", "apple"), ("fruit", "fig"), ("veg", "kale"), ("fruit", "kiwi")]
print([(k, [v for _, v in g]) for k, g in groupby(data, key=lambda p: p[0])], {k: len(list(g)) for k, g in groupby(sorted(data), key=lambda p: p[0])})
print("".join(f"{k}{len(list(g))}" for k, g in groupby("aaabbc")), list(chain("ab", range(2))), list(zip_longest([1, 2, 3], "ab", fillvalue="?")), list(islice(count(10, 5), 3)), list(takewhile(lambda x: x < 50, (n * n for n in count()))))
