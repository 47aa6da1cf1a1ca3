# tier: B
# A coroutine that is never awaited warns when it dies.
import warnings
async def f(): pass
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    f()
    import gc
    gc.collect()
print([str(w.message) for w in caught], [w.category.__name__ for w in caught])
