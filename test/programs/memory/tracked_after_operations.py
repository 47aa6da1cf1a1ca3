# tier: C
# Tracking of containers made by operations.
import gc
t = gc.is_tracked
print(t([1] + [2]), t([1][:]), t(list()), t("a b".split()), t(sorted([])), t((1, 2) + (3,)), t(tuple([1, 2])), t(tuple([[]])), t(()), t((1,) * 3))
print(t({1: 2}.copy()), t({1: []}.copy()), t({**{}}), t({**{"a": []}}), t({} | {}), t(dict(a=1)), t(dict(a=[])), t(dict.fromkeys("ab")), t(dict.fromkeys("ab", [])), t({i: i for i in range(3)}), t({i: [] for i in range(3)}))
print(t({1} | {2}), t(frozenset([1])), t(range(3)), t(zip()), t(iter(())), t(enumerate("a")), t("abc".__iter__()), t(reversed([])), t({}.keys()), t(slice(1, 2)), t(len), t("".join), t(type), t(Exception), t(int))
d = {}
d[1] = "x"
a = t(d)
d[2] = (1, 2)
b = t(d)
d[3] = object()
c = t(d)
print(a, b, c)
d = {"k": 1}
d.setdefault("l", [])
print(t(d))
d = {}
d.update({"a": []})
print(t(d))
class S:
    __slots__ = ()
class I(int): pass
print(t(S()), t(I()), t(object()), t(type("X", (), {})()))
