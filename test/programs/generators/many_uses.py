# Generators, delegation, context managers written as generators.
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext
from itertools import islice, chain, count, takewhile
def primes():
    D, q = {}, 2
    while True:
        if q not in D: yield q; D[q * q] = [q]
        else:
            for p in D.pop(q): D.setdefault(p + q, []).append(p)
        q += 1
def averager():
    total = n = 0; avg = None
    while True:
        try: x = yield avg
        except ValueError as e: print("reset", e); total = n = 0; avg = None; continue
        total += x; n += 1; avg = total / n
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
def tree(n):
    if n: r = yield n; s = yield from tree(n - 1); return (r, s)
    return "leaf"
print([*islice(primes(), 15)], list(takewhile(lambda p: p < 50, primes())))
a = averager(); print(next(a), a.send(10), a.send(20), a.throw(ValueError("bad")), a.send(5)); a.close()
print(list(flatten([1, [2, (3, [4, []])], "ab"])))
g = tree(3)
try:
    v = next(g)
    while True: v = g.send(v * 10)
except StopIteration as e: print(e.value)
try: a.send(1)
except StopIteration as e: print("stopped", repr(e.value))
def broken():
    try: yield 1
    finally: print("cleanup")
def bad():
    yield 1
    raise StopIteration("x")
try: list(bad())
except RuntimeError as e: print(e, "|", repr(e.__cause__))
g = (i for i in range(3))
try: g.send(5)
except TypeError as e: print(e)
def selfish(): yield next(me)
me = selfish()
try: next(me)
except ValueError as e: print(e)
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ZeroDivisionError as e: print("handled", e)
    finally: print(f"</{name}>")
with tag("a") as x, tag("b"): print(x); 1 / 0
with ExitStack() as st:
    for n in "xyz": st.enter_context(tag(n))
    st.callback(print, "cb", 1, sep="-")
with suppress(KeyError, IndexError): {}["x"]
@contextmanager
def once(): yield 1; yield 2
try:
    with once(): pass
except RuntimeError as e: print(e)
@contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
@tag("deco")
def f(x): return x + 1
print(f(1)); 
print(type(g), g.gi_running, me.gi_frame, bad.__name__, tree(1).__qualname__, sum(x * x for x in range(10)), *map(lambda *a: a, "ab", count()), {*chain.from_iterable(["ab", "bc"])} == set("abc"))
def gen():
    x = yield from [1, 2, 3]; print("got", x); return "done"
print(list(gen()), (lambda: (yield))().__class__.__name__, [*(yield_ := gen())], list(zip("abc", gen())))
