# Order of evaluation in calls and definitions; mutation of arguments.
def t(x):
    print(x, end=" ")
    return x
def f(*a, **k):
    print("->", a, k)
    return f
f(t(1), t(2), x=t(3), *[t(4)], y=t(5))
f(t(6))(t(7), *t([8]), z=t(9), **t({"w": 10}))
def deco(n):
    print("deco", n, end=" ")
    return lambda g: g
@deco(t("d1"))
@deco(t("d2"))
def g(a: t("ann a") = t("def a"), *, b: t("ann b") = t("def b")) -> t("ret"): pass
print()
class K(t(object) and object, metaclass=t(type)):
    print("body")
def mutate(l, d, s, n):
    l.append(1)
    d["k"] = 1
    s += "x"
    n += 1
    return s, n
l, d, s, n = [], {}, "s", 1
print(mutate(l, d, s, n), l, d, s, n)
def swap(a, b): return b, a
print(swap(*swap(1, 2)), swap(b=1, a=2))
[t("list")][t(0)]
{t("k"): t("v")}[t("k")]
t([1, 2, 3])[t(0):t(2)]
print(t(2) ** t(3), t(1) if t(0) else t(5), t(1) < t(2) < t(0), not t(0))
