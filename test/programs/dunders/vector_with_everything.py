class Vec:

    def __init__(s, *c):
        s.c = c

    def __add__(s, o):
        return Vec(*(a + b for a, b in zip(s.c, o.c)))

    def __sub__(s, o):
        return Vec(*(a - b for a, b in zip(s.c, o.c)))

    def __mul__(s, k):
        return Vec(*(a * k for a in s.c)) if isinstance(k, (int, float)) else sum((a * b for a, b in zip(s.c, k.c)))
    __rmul__ = __mul__

    def __matmul__(s, o):
        return s * o

    def __neg__(s):
        return s * -1

    def __abs__(s):
        return sum((a * a for a in s.c)) ** 0.5

    def __eq__(s, o):
        return isinstance(o, Vec) and s.c == o.c

    def __hash__(s):
        return hash(s.c)

    def __bool__(s):
        return any(s.c)

    def __len__(s):
        return len(s.c)

    def __getitem__(s, i):
        return s.c[i]

    def __iter__(s):
        return iter(s.c)

    def __contains__(s, x):
        return x in s.c

    def __repr__(s):
        return f'Vec{s.c}'

    def __call__(s, x):
        return s.c[0] + x

    def __iadd__(s, o):
        s.c = (s + o).c
        return s

    def __truediv__(s, k):
        return Vec(*(a / k for a in s.c))

    def __floordiv__(s, k):
        return Vec(*(a // k for a in s.c))

    def __mod__(s, k):
        return Vec(*(a % k for a in s.c))

    def __pow__(s, k, m=None):
        return Vec(*(pow(a, k, m) for a in s.c))

    def __divmod__(s, k):
        return (s // k, s % k)

    def __lshift__(s, k):
        return Vec(*(a << k for a in s.c))

    def __and__(s, k):
        return Vec(*(a & k for a in s.c))

    def __invert__(s):
        return Vec(*(~a for a in s.c))

    def __round__(s, n=0):
        return Vec(*(round(a, n) for a in s.c))

    def __int__(s):
        return int(abs(s))

    def __float__(s):
        return float(abs(s))

    def __complex__(s):
        return complex(*s.c[:2])

    def __index__(s):
        return int(s.c[0])

    def __lt__(s, o):
        return abs(s) < abs(o)

    def __le__(s, o):
        return abs(s) <= abs(o)

    def __format__(s, f):
        return '(' + ', '.join((format(a, f) for a in s.c)) + ')'

    def __reversed__(s):
        return Vec(*s.c[::-1])

    def __delitem__(s, i):
        s.c = s.c[:i] + s.c[i + 1:]

    def __setitem__(s, i, v):
        l = list(s.c)
        l[i] = v
        s.c = tuple(l)

    def __radd__(s, o):
        return s if o == 0 else NotImplemented
a, b = (Vec(3, 4), Vec(1, 2))
print(a + b, a - b, a * 2, 2 * a, a * b, a @ b, -a, abs(a), a == Vec(3, 4), a != b, hash(a) == hash((3, 4)), bool(Vec(0, 0)), len(a), a[1], a[0:1], list(a), 3 in a, a(10), a / 2, a // 2, a % 2, a ** 2, pow(a, 2, 5), divmod(a, 2), a << 1, a & 1, ~a, round(Vec(1.234, 5.678), 1), int(a), float(a), complex(a), [10, 20, 30, 40][a], b < a, sorted([a, b]), max(a, b), f'{a:.2f}', list(reversed(a)), sum([a, b]), [*a], dict([a]), a >= b)
a += b
print(a)
a[0] = 99
del a[1]
print(a)
x, = a
print(x)
for e in ('a + 1', '1 - a', 'a < 5', 'a["x"]', 'a | b', '+a', 'a(1, 2)', 'a.zzz', '"x" + a', 'a -= 1'):
    try:
        print(eval(e) if '-=' not in e else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
