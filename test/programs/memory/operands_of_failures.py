# strategies: arena-pools refcount-cycle refcount
# In which order the operands of an instruction die that raises: from the first to the last, with a few exceptions; at the first run of a place, and when it is hot.
died = []


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        died.append(self.name)


class I:
    def __init__(self, only):
        pass

    def __del__(self):
        died.append("I")


def f(a, b, *, c):
    pass


def g(a, b):
    pass


def h(a, /, b=1, *rest):
    raise ValueError


def kw(a, b, **rest):
    raise ValueError


items = []
cases = '''divmod(T(1), T(2))
[T(1)] + T(2)
T(1) < T(2)
T(1) in T(2)
T(1) @ T(2)
[T(1)][T(2)]
str(T(1),T(2),T(3))
setattr(T(1),T(2),T(3))
range(T(1),T(2))
"a".replace(T(1),T(2))
[].insert(T(1),T(2))
"a".startswith(T(1),T(2))
enumerate(T(1),T(2))
hasattr(T(1),T(2))
getattr(T(1),T(2))
isinstance(T(1),1)
int(T(1),T(2))
T(1)[T(2)] = T(3)
T(1)(T(2), *[T(3)], x=T(4))
dict(T(1), b=T(2))
I(T(1), T(2))
I(T(1), x=T(2))
I()
f(T("a"),T("b"))
f(T("a"),T("b"),T("c"))
f(T("a"),T("b"),d=T("d"))
f(T("a"),b=T("b"),d=T("d"),c=T("c"))
g(T(1))
g(T(1),T(2),T(3),T(4))
g(T(1),a=T(2))
h(T(1),T(2),T(3))
kw(T(1),T(2),c=T(3),d=T(4))
type(T("n"), (), {"a": T("b")})
type(T("n"), T("x"), {"a": T("b")})
{T(1): T(2), []: T(3), T(4): T(5)}
{T(1), [T(3)], T(4)}
(T(1), T(2), 1/0)
[T(1), T(2), 1/0]
T(1) + 1/0
T(1)(T(2), 1/0)
T(1)[T(2):T(3)]
T(1)[T(2):T(3):T(4)]
T(1)[T(2):T(3)] = T(4)
del T(1)[T(2)]
T(1).x.y
items.append(T(1), T(2))
items.sort(key=T(1), reverse=T(2))
sorted([T(1),T(2)])
sorted(T(1), key=T(2))
max(T(1),T(2))
max([T(1),T(2)], key=T(3))
sum([T(1),T(2)])
sum(T(1), T(2))
map(T(1), T(2))
zip(T(1), T(2))
print(T(1), sep=T(2))
print(T(1), T(2), file=T(3))
T(1) ** T(2)
pow(T(1), T(2), T(3))
-T(1)
T(1) and T(2) + T(3)
f"{T(1):{T(2)}}{T(3)}"
f"{T(1)}" + T(2)
"%d %d" % (T(1), T(2))
"{:d} {}".format(T(1), T(2))
(lambda x, y: x + y)(T(1), T(2))
(lambda *a, **k: a + k)(T(1), T(2), c=T(3))
a, b, c = T(1), T(2)
a, b = T(1)
[*T(1), T(2)]
[T(2), *T(1)]
{**T(1)}
{**{"a": T(1)}, **T(2)}
g(*T(1))
g(T(0), *T(1))
g(T(0), **T(1))
g(*[T(1),T(2)], **T(3))
g(*[T(1),T(2)], **{"a": T(3)})
g(*[T(1),T(2),T(3)])
g(**{"a": T(1), "c": T(2)})
raise T(1) from T(2)
raise ValueError(T(1)) from T(2)
raise T(1)
assert 0, T(1) + T(2)
[x + T(9) for x in [T(1), T(2)]]
[(x, 1/0) for x in (T(1), T(2))]
{x: T(5)/1 for x in (T(1), T(2))}
list(x + 1 for x in [T(1), T(2)])
with T(1): pass
for x in T(1): pass
import_ = __import__(T(1), T(2))
object(T(1), T(2))
object.__new__(T(1), T(2))
list(T(1), T(2))
tuple(T(1), T(2))
set(T(1), T(2))
dict.fromkeys(T(1), T(2))
dict.update({}, T(1), T(2))
{}.update(T(1), a=T(2))
{}.setdefault([T(1)], T(2))
{}.pop(T(1), T(2), T(3))
{}.get([T(1)], T(2))
float(T(1))
complex(T(1), T(2))
bytes(T(1), T(2))
slice(T(1), T(2), T(3), T(4))
super(T(1), T(2))
super().foo(T(1))
property(T(1), T(2), T(3), T(4), T(5))
staticmethod(T(1), T(2))
issubclass(T(1), T(2))
iter(T(1), T(2))
next(T(1), T(2))
open(T(1), T(2))
eval(T(1), T(2))
exec(T(1), T(2))
compile(T(1), T(2), T(3))
round(T(1), T(2))
ord(T(1))
abs(T(1), T(2))
vars(T(1), T(2))
id(T(1), T(2))
hash([T(1)])
T(1).nope(T(2))
T(1).n.nope(T(2))
"abc".join([T(1), T(2)])
"abc".split(T(1), T(2))
(T(1), T(2)).index(T(3))
[T(1), T(2)].index(T(3))
[T(1), T(2)].remove(T(3))
[T(1), T(2)].index(T(3), T(4))
[T(1)] * T(2)
(T(1),) + [T(2)]
[T(1)] == 1/0
[T(1)] < [T(2)]
(T(1),) < (T(2),)
{T(1): 1} | T(2)
{T(1)} | [T(2)]
{T(1)} - T(2)
'''.splitlines()


def attempt(code):
    error = "nothing"
    try:
        exec(code)
    except Exception as raised:
        raised.__traceback__ = None
        error = type(raised).__name__
    globals().update(a=None, b=None, c=None, x=None, import_=None)
    items.clear()
    order = " ".join(map(str, died))
    died.clear()
    return f"{error} {order}"


for case in cases:
    print(case, "->", attempt(case))
for case in cases:
    code = compile(case, "case", "exec")
    outcomes = [attempt(code) for _ in range(12)]
    print(case, "->", outcomes[0], outcomes[-1])
