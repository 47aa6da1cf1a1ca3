# Calls that fail, closures, decorators, syntax that is refused.
def f(a, b=2, /, c=3, *args, d, e=5, **kw): "doc"; return a, b, c, args, d, e, kw
import inspect
print(inspect.signature(f), f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7, a=8), f(*[1, 2], **{"d": 1, "c": 9}), f.__defaults__, f.__kwdefaults__, f.__doc__, f.__code__.co_varnames[:7], f.__name__)
for call in ("f()", "f(1)", "f(1, a=2, d=3)", "f(1, 2, 3, c=4, d=1)", "f(d=1)", "f(1, d=1, **{'d': 2})", "f(1, **{1: 2})", "f(*5)", "f(1, d=1, b=5)", "(lambda a, b: 0)(1)", "(lambda a, b: 0)(1, 2, 3)", "(lambda: 0)(1)", "(lambda a=1: 0)(1, 2)", "(lambda *, a, b: 0)()", "(lambda *, a: 0)(1, a=2)", "(lambda a, b, c: 0)(c=1)", "(lambda a: 0)(a=1, b=2)", "(lambda a: 0)(1, a=1)", "print(end=1)", "len()", "len(1, 2)", "len(x=1)", "int(1, 2, 3)", "sorted()", "sorted([], 1)", "'a'.split(1)", "[].append()", "[].append(1, 2)", "{}.get()", "dict(1, 2)", "isinstance(1)", "range()", "enumerate(1)", "zip(1)", "map(1, 2)", "list(1, 2)", "str.upper()", "str.upper(1)", "int.__add__(1)", "object(1)", "type()", "type(1, 2)", "super(1)", "property(1, 2, 3, 4, 5)", "staticmethod()", "max()", "max(1, key=2)", "min([], default=3)", "sum(1)", "pow(1)", "round()", "abs()", "hash()", "iter()", "next()", "exec()", "chr()", "ord(1)", "getattr(1)", "vars(1, 2)", "A()", "A(1, 2)", "A(x=1)", "A.m()", "A(1).m(2)", "A(1).nope", "A(1)()", "A(1)[0]", "A(1) + 1", "-A(1)", "len(A(1))", "iter(A(1))", "A(1) < A(2)", "A(1)[0:1]", "del_(A(1))", "with_(A(1))", "1 in A(1)", "int(A(1))", "A(1) @ 1", "await_()", "{A(1): 1} and 1", "[*A(1)]", "f(**A(1))", "'%d' % A(1)", "f'{A(1):d}'", "bytes(A(1))", "A.x", "B()", "B.cm()", "B.sm(1)", "B().p", "B.__init__(5)"):
    class A:
        def __init__(self, v): self.v = v
        def m(self): return self.v
    class B:
        def __init__(self, *, k): pass
        @classmethod
        def cm(cls, a): pass
        @staticmethod
        def sm(): pass
    def del_(o): del o[0]
    def with_(o):
        with o: pass
    def await_():
        async def g(): await 5
        try: g().send(None)
        except TypeError: raise
    try: print(call, "=>", eval(call))
    except Exception as e: print(call, "=>", type(e).__name__, e)
def counter():
    n = 0
    def inc(by=1): nonlocal n; n += by; return n
    def get(): return n
    inc.get = get; return inc
c = counter(); c(); c(5); print(c.get(), c.__closure__[0].cell_contents if c.__closure__ else None, c.__code__.co_freevars, c.__dict__.keys(), counter.__code__.co_cellvars)
fs = [lambda x, i=i: x + i for i in range(3)]; gs = [lambda x: x + i for i in range(3)]; print([h(1) for h in fs], [h(1) for h in gs])
def deco(*dargs, **dkw):
    def wrap(fn):
        def inner(*a, **k): print("call", fn.__name__, dargs, dkw, a, k); return fn(*a, **k)
        inner.__wrapped__ = fn; return inner
    return wrap if dargs or dkw else wrap
@deco(1, x=2)
@deco()
def add(a, b=10): return a + b
print(add(1), add(1, b=2), add.__name__, inspect.unwrap(add).__name__, inspect.signature(add))
def mutable(x, acc=[]): acc.append(x); return acc
print(mutable(1), mutable(2), mutable.__defaults__)
x = 10
def shadow():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 5
shadow()
def free():
    def g(): return y
    try: g()
    except NameError as e: print(e)
    y = 1; return g()
print(free(), [x for x in range(3)], x, (lambda: [y := 5, y])(), (z := 3) + z, sum(1 for _ in range(3) if (w := _) > 0), w)
for s in ("def g(x): global x", "def g():\n x = 1\n global x", "nonlocal q", "def g(a, a): 0", "lambda a, a: 0", "def g(a=1, b): 0", "g(a=1, 2)", "g(**a, *b)", "[(yield)]" , "class C: return 1", "def g(*): 0", "def g(*, **k): 0", "def g(a, *, b=1, c, **d): 0", "x: int = yield", "(x := 1) = 2", "x := 1", "f(a for a in b, c)", "a = 1 if 2", "for i in range(3) print(i)", "print 'x'", "if x = 3: pass", "else: 1", "d = {1: 2, 3}", "{1, 2: 3}", "f(x=)", "f(, x)", "[1 2]", "a b", "'abc", "(1", "1)", "x = [1,", "import", "from . import", "class", "def f", "return", "raise a from", "try: pass", "with open(f) as: pass", "assert", "del", "lambda", "not", "x +", "@", "async x", "await x", "for", "while", "x..y", "1.real", "0777", "1__0", "0b12", "1e", "'\\N{nope}'", "b'é'", "f'{'", "f'{x!z}'", "f'{}'", "f'{a b}'", "$", "x?", "a->b", "!x", "a =! b", "i++", "elif x: pass", "pass pass", "True = 1", "f() = 1", "a + 1 = 2", "None += 1", "del f()", "(a, b) += 1", "*a = [1]", "a, *b, *c = d", "*a", "print(*)", "break", "continue", "yield", "match x: case 1: pass", "match x:\n case 1: pass\n case y: pass\n case z: pass", "type = 5", "type X = int", "case = 1", "_ = match = 2"):
    try: compile(s, "<s>", "exec"); print("ok", repr(s))
    except SyntaxError as e: print(repr(s), "=>", type(e).__name__, e.msg, e.lineno, e.offset)
