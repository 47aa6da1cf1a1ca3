# del of names, attributes, items, slices, tuples of targets.
x = y = z = 1
del x, (y, [z])
print([n for n in ("x", "y", "z") if n in globals()])
d = {"a": 1, "b": {"c": [1, 2, 3]}}
del d["a"], d["b"]["c"][1]
print(d)
class O: pass
o = O()
o.p = O()
o.p.q = 1
del o.p.q
print(hasattr(o.p, "q"))
l = list(range(10))
del l[2:5], l[-1], l[::2]
print(l)
del ()
def f(a, b=2):
    del a
    try:
        print(a)
    except UnboundLocalError as e:
        print(e)
    a = "again"
    return a, b
print(f(1))
for code in ("del nope", "del d['nope']", "del o.nope", "del l[50]", "del (1).real", "del 'abc'[0]", "del {1: 2}[3]", "del d['b']['c'][1.5]", "del (5)[0]", "del O.__name__", "del [][0:1][0]"):
    try:
        exec(code)
        print("fine", code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)
class D:
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, k): print("delattr", k)
t = D()
del t[1], t["a":], t.x, t[1, 2]
def loop():
    for i in range(3):
        v = i
        del v
        if i == 2:
            try:
                v
            except UnboundLocalError as e:
                print(e)
    del i
    return sorted(locals())
print(loop())
class C:
    a = 1
    del a
    b = 2
print(hasattr(C, "a"), C.b)
s = "name"
globals()[s] = 5
del name
print("name" in globals())
