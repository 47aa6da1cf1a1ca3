from itertools import *
import operator
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate('abc')))
print(list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'c'])), list(combinations('abcd', 2)), list(combinations([1, 2], 3)), list(combinations_with_replacement('ab', 2)), list(permutations([1, 2, 3], 2)), list(permutations('ab')), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(compress('abcd', [1, 0, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1, 2])), list(islice('abcdef', 1, 5, 2)), list(islice(count(5, 3), 4)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', 'x', fillvalue='-')), list(pairwise('abcd')), list(batched('abcdefg', 3)), list(islice(count(0.5, 0.25), 3)))
for k, g in groupby('aaabbc'):
    print(k, list(g), end='; ')
print([(k, len(list(g))) for k, g in groupby(sorted(['apple', 'bob', 'cat', 'alice'], key=len), key=len)])
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c))
print(count(1), repeat(5), repeat(5, 2), count(1.5, 2), repr(count(10, -1)), operator.length_hint(repeat(1, 4)))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), list(islice([1, 2, 3], None)), list(islice([1, 2, 3], 2)), list(islice([1, 2, 3], 1, None)))
g = groupby([1, 1, 2])
k1, g1 = next(g)
k2, g2 = next(g)
print(list(g1), list(g2))
for e in ('islice([], -1)', 'islice([], 1, 2, 0)', "count('a')", 'repeat()', 'product(5)', "combinations('a')", "permutations('ab', -1)", "list(batched('a', 0))", "list(batched('abc', 2, strict=True))", 'tee([], -1)', 'tee(5)', 'chain(1)', 'list(chain(1))', 'cycle(5)', 'zip_longest(1)', 'accumulate(5)', 'starmap(1)', 'list(starmap(pow, [1]))', 'groupby()', "compress('a')", 'pairwise(5)', 'takewhile(1)', "product('a', repeat='x')", 'accumulate([1], foo=1)', 'islice()', 'chain.from_iterable(5)'):
    try:
        r = eval(e)
        print(e, 'ok')
    except Exception as x:
        print(e, '!!', type(x).__name__, x)



def powerset(s):
    return list(chain.from_iterable((combinations(s, r) for r in range(len(s) + 1))))
print(powerset([1, 2, 3]))
print(sum((1 for _ in permutations(range(7)))), max(accumulate([1, -2, 3, 4, -1, 2], lambda a, b: max(b, a + b))))
