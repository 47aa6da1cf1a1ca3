# enable, disable, thresholds, flags: what a program may set and read back.
import gc
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.get_threshold())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.set_threshold(100)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
gc.set_threshold(700, 10)
print(gc.get_threshold(), gc.get_debug())
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug(), gc.DEBUG_SAVEALL, gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_LEAK)
gc.set_debug(0)
print(gc.get_debug(), gc.garbage, gc.callbacks)
for bad in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.set_threshold("a"), lambda: gc.set_threshold(), lambda: gc.set_debug("x"), lambda: gc.is_tracked(), lambda: gc.collect(generation=5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(isinstance(gc.collect(), int), len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
