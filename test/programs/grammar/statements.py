# Odd but legal statement forms.
x = 1; y = 2; print(x, y);
if x: pass
else: print("no")
while y > 1: y -= 1; print("y", y)
for i in (1, 2,): print(i, end=" ")
else: print("for else")
for a, in [(1,), (2,)]: print(a, end=" ")
for a, *b in [(1, 2, 3)]: print(a, b)
for x.real in []: pass
for d in [{}]:
    for d["k"] in (1, 2): pass
print(d)
class C: x = 1; y = 2
class D(C, object,): pass
class E(): "doc only"
def f(a, b=1, *c, d, e=2, **g,): return a, b, c, d, e, g
def g(a, /, b, *, c): return a, b, c
def h(*, k,): return k
def p(a, b, /): return a, b
print(f(1, d=2,), g(1, 2, c=3,), h(k=1), p(1, 2,), E.__doc__)
def one(): return
def two(): return 1,
def three(): return *[1], 2
def four(): yield
def five(): x = yield 1, 2; return x
print(one(), two(), three(), list(four()), next(five()))
try: pass
except: pass
else: print("try else")
finally: print("finally")
with open.__class__ and __import__("contextlib").nullcontext(1) as z, __import__("contextlib").nullcontext(2): print(z)
assert True, "message"
assert (1)
global_stmt = 1
def glob(): global global_stmt, other; global_stmt = other = 2
glob(); print(global_stmt, other)
lambda: (yield)
print((lambda a, *b, c=1, **d: (a, b, c, d))(1, 2, d=3), (lambda *, k: k)(k=1), (lambda: ())())
print(1 if 0 else 2 if 1 else 3, not 1 in [1], (yield_ := 5), [*range(3)][::2][0], -1 ** 2, "a" "b" 'c', *[1], sep="|")
@(lambda f: f)
def deco(): return "decorated"
@lambda f: lambda: f() + "!"
def deco2(): return "two"
print(deco(), deco2(), x if x else y)
del x, (y), [i]
print(... is Ellipsis, (), [], {}, {*()}, (1), (1,), 0x_f, 1_0.0_1, 1e-0, 0b1, 0o7, "\x41", b"\x41", r"\n", u"u", f"{1}", rb"\x", .5, 5., 1j)
type = 1; match = 2; case = 3; _ = 4
print(type + match + case + _)
if (n := 10) > 5: print(n)
print(f"{(lambda: 1)()}", {1: 2, **{3: 4}}, {1, *[2]}, (1, *[2]), [1, *[2]])
print("line \
continuation", 1 + \
      2)
pass; pass
