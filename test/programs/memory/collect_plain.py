# tier: C
# Nothing to collect without a cycle, even with many containers.
import gc
gc.disable()
gc.collect()
x = [[i] for i in range(100)]
y = {i: {"k": [i]} for i in range(100)}
del x, y
print(gc.collect())
def f():
    local = [1, [2, [3]]]
    return local
f()
print(gc.collect())
