# globals(), locals(), vars(), class scope.
a = 1
globals()["b"] = 2
print(b, "a" in globals(), sorted(k for k in globals() if not k.startswith("__")))
def f(p, q=2):
    r = 3
    snapshot = locals()
    r = 4
    snapshot["r"] = 99
    return snapshot, r, sorted(locals())
print(f(1))
def g():
    x = 1
    def h():
        return x, sorted(locals())
    return h()
print(g())
class C:
    k = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    def m(self):
        try:
            return k
        except NameError as error:
            return str(error)
    j = k + 1
print(C.names, C().m(), C.j, vars(C)["j"])
class D:
    a = a + 10
    def get(self):
        return a
print(D.a, D().get(), a)
c = C()
c.z = 5
print(vars(c), c.__dict__ is vars(c))
vars(c)["w"] = 6
print(c.w)
print(__name__, __doc__, globals()["__name__"])
x = 5
def shadow(x):
    x += 1
    return x
print(shadow(x), x)
try:
    vars(5)
except TypeError as error:
    print(error)
i = 0
class Loop:
    for i in range(3):
        pass
print(i, Loop.i)
exec("dyn = a * 7")
print(dyn, eval("a + b"), eval("a + b", {"a": 10, "b": 20}), eval("z", {}, {"z": 3}))
