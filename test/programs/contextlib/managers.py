# contextmanager, closing, suppress, redirect_stdout, ExitStack, nullcontext.
import contextlib, io
@contextlib.contextmanager
def cm(n, swallow=False):
    print("enter", n)
    try:
        yield n * 10
    except ValueError as e:
        print("saw", e)
        if not swallow: raise
    finally:
        print("exit", n)
with cm(1) as x: print(x)
with cm(2, True): raise ValueError("v")
try:
    with cm(3): raise ValueError("w")
except ValueError as e: print("out", e)
@cm(4)
def deco(a): return a + 1
print(deco(5), deco(6))
@contextlib.contextmanager
def noyield():
    if False: yield
@contextlib.contextmanager
def two():
    yield 1
    yield 2
for m in (noyield, two):
    try:
        with m(): pass
    except RuntimeError as e: print(e)
with contextlib.suppress(KeyError, ZeroDivisionError):
    1 / 0
print("suppressed")
try:
    with contextlib.suppress(KeyError): raise ValueError("not this")
except ValueError as e: print(e)
b = io.StringIO()
with contextlib.redirect_stdout(b): print("hidden")
print(repr(b.getvalue()))
class C:
    def close(self): print("closed")
with contextlib.closing(C()) as c: print("using")
with contextlib.nullcontext(5) as n: print(n)
with contextlib.ExitStack() as st:
    vals = [st.enter_context(cm(i)) for i in (7, 8)]
    st.callback(print, "callback", end="!\n")
    st.push(lambda *exc: print("pushed", exc[0]))
    print(vals)
with contextlib.ExitStack() as st:
    st.enter_context(cm(9, True))
    raise ValueError("handled by the stack")
with contextlib.ExitStack() as st:
    st.callback(print, "moved")
    kept = st.pop_all()
print("not yet")
kept.close()
class D(contextlib.ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *a): print("D out"); return False
@D()
def f(): return "f"
print(f())
class A(contextlib.AbstractContextManager):
    def __exit__(self, *a): return None
with A() as a: print(type(a).__name__)
g = cm(1)
with g: pass
try:
    with g: pass
except (RuntimeError, AttributeError) as e: print(type(e).__name__, e)
