# tier: B
# A suspended generator in its own cycle is closed by the collector.
import gc
gc.disable()
log = []
def g():
    try:
        me = yield
        log.append("running")
        yield me
    finally:
        log.append("finally")
x = g()
next(x)
x.send(x)
print(log)
del x
gc.collect()
print(sorted(log))
