# Managers written as generators.
from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    yield name
    print(f"</{name}>")
with tag("a") as a, tag("b"): print(a)
@contextmanager
def saved(d, **new):
    old = dict(d)
    d.update(new)
    try: yield d
    finally:
        d.clear()
        d.update(old)
cfg = {"x": 1}
try:
    with saved(cfg, x=2, y=3):
        print(cfg)
        raise KeyError("stop")
except KeyError: print(cfg)
with suppress(ZeroDivisionError): print(1 / 0)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback first")
buf = io.StringIO()
with redirect_stdout(buf): print("captured")
print(repr(buf.getvalue()))
