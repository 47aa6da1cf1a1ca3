# tier: B
# Frames that refer to themselves are collected, with everything in them.
import gc, sys
gc.disable()
log = []
class T:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
def f():
    t = T("own frame")
    me = sys._getframe()
def g():
    t = T("traceback")
    try: 1 / 0
    except ZeroDivisionError as e: keep = e
def h():
    t = T("generator frame")
    def gen():
        x = t
        me = yield
        yield me
    it = gen()
    next(it)
    it.send(it)
for fn in (f, g, h):
    fn()
    gc.collect()
    print(fn.__name__, log)
    log.clear()
