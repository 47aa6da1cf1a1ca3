print(sorted('bca'), sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted({'b': 1, 'a': 2}), sorted([True, 0, 2]))
l = [5, 2, 9]
l.sort(key=lambda x: -x)
print(l, l.sort(), l)



class R:

    def __init__(s, v):
        s.v = v

    def __lt__(s, o):
        return s.v < o.v

    def __repr__(s):
        return f'R{s.v}'
print(sorted([R(3), R(1)]), min([R(3), R(1)]), max([R(3), R(1)], key=lambda r: r.v))
try:
    sorted([1, 'a', 2])
except TypeError as e:
    print(e)
try:
    [R(1), 5].sort()
except Exception as e:
    print(type(e).__name__, e)



def bad(x):
    if x == 3:
        raise ValueError('key failed')
    return x
l = [5, 3, 1]
try:
    l.sort(key=bad)
except ValueError as e:
    print(e, l)
l = [1, 2, 3]



def mut(x):
    l.append(x)
    return x
try:
    l.sort(key=mut)
except ValueError as e:
    print(e, l)
words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=lambda w: (len(w), w)), sorted(set(words), key=words.index), sorted(words, key=len, reverse=True))
import random
random.seed(5)
xs = [random.randrange(100) for _ in range(200)]
ys = sorted(xs)
print(all((a <= b for a, b in zip(ys, ys[1:]))), ys[:5], sorted(xs, key=lambda x: x % 10)[:5], xs == xs[:])
