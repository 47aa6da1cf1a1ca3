# tier: C
# An exception kept in its own frame makes a cycle with frame and traceback.
import gc
gc.disable()
gc.collect()
def f():
    try:
        raise ValueError("kept")
    except ValueError as e:
        keep = e
f()
print(gc.collect())
def g():
    try:
        raise ValueError("dropped")
    except ValueError as e:
        pass
g()
print(gc.collect())
