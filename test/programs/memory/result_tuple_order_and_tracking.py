# tier: C
# A result tuple that is filled again lets go of the old key before the old value; one that a collection untracked is tracked again.
import gc
from itertools import combinations, pairwise, permutations, product, zip_longest


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def items():
    d = {A('key 0'): A('value 0'), A('key 1'): A('value 1')}
    for k, v in d.items():
        print(k.name, v.name)
        if k.name == 'key 1':
            break
        # The size stays, so the iterator goes on; its tuple is all that holds the pair.
        d.pop(k)
        d['new'] = k = v = None


items()


def tracked(results):
    first = next(results)
    gc.collect()
    print(type(results).__name__, gc.is_tracked(first), end=' ')
    del first
    print(gc.is_tracked(next(results)))


flat, deep = 1, []
tracked(enumerate([flat, deep]))
tracked(zip([flat, deep], 'ab'))
tracked(zip_longest([flat, deep], 'ab'))
tracked(iter({flat: flat, 2: deep}.items()))
tracked(reversed({2: deep, flat: flat}.items()))
tracked(product([flat, deep], 'a'))
tracked(combinations([flat, 2, deep], 2))
tracked(permutations([flat, 2, deep], 2))
tracked(pairwise([flat, 2, deep]))
