"""Operators, displays, subscripts, strings, constants."""


def operators(a, b):
    r = a + b - a * b / a // b % a ** b @ a
    s = a & b | a ^ b << a >> b
    t = -a + +b - ~a
    a += b
    a -= b
    a *= b
    a.x /= b
    a[0] //= b
    a[b:] %= b
    a.b.c **= a
    a[b][a] @= b
    a <<= b
    a >>= b
    a &= b
    a ^= b
    a |= b
    return r, s, t


def subscripts(a, b):
    x = a[0], a[b], a[1:2], a[:], a[::2], a[b:b:b], a[1, 2], a[1:2, ..., b], a[*b], a[-1]
    a[0] = a[1:2] = a[::b] = b
    del a[0], a[1:2], a.b, (x, [b])
    return a


def displays(a, b):
    e = (), [], {}, (a,), [a], {a}, {a: b}
    f = (1, 2, 3), [1, 2, 3], {1, 2, 3}, [1, 2], {"x", a}
    g = (*a, b), [*a, *b, 1], {*a, b}, {**a, b: 1, **b}
    h = [a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b, a, b]
    return e, f, g, h


def strings(a, b):
    p = "a" "b" 'c', r"\n", b"bytes" b"\x00\xff", "\u00e9\N{BULLET}\101\t"
    q = f"{a}", f"x{a}y{b!r}z{a:>10}{b:{a}.{b}}", f"{a=}", f"{a = !s:>3}", f"{{}}", f"{a}" "tail", f"plain"
    r = f"{a['k']} {f'{b}'} {'q' if a else 'r'} {(lambda x: x)(a)} {a:%Y-%m}", rf"\d{a}"
    s = "%s and %r" % (a, b), "%d" % a, "%5s|%-5s|%.2s" % (a, b, a), "%s" % (a,)
    return p, q, r, s


def constants():
    i = 0, 1, -1, 255, 0x_ff, 0b101, 0o17, 1_000_000, 123456789012345678901234567890
    j = 0.0, -0.0, 1.5, 1e300, 1e400, 5e-324, 2j, 1 + 2j, -3j
    k = None, True, False, ..., Ellipsis, __debug__
    m = 1 + 2 * 3, 2 ** 10, 7 // 2, -7 % 3, 1 << 5, "a" * 3, "a" + "b", (1, 2) + (3,), 10 / 4, not 0, ~5
    n = "abc"[1], (1, 2, 3)[-1], [1, 2][0], 1 < 2, 2 ** 200, "x" * 5000, 1 / 0, 1 if True else 2
    return i, j, k, m, n


def attributes(a):
    a.b = a.c.d
    a.b.c.d = a
    a.method().other(1).third(x=2)
    (a
     .long_chain()
     .next_one(a)
     .attribute)
    del a.b.c
    return a.__class__.__name__


def walrus(a):
    if (n := len(a)) > 10:
        print(n)
    print(x := 1, (y := 2) + x)
    return [z := n, z * 2], a[w := 0]


a = b = 1; c = 2
if a: b = 1; c = 2
x = (
    a +
    b *
    c
)
y = f(
    a,
    b,
)
"expression statement"
1
a
a.b
f(a)
