# stderr: full
def f():
    return g()
def g(): return [h(i) for i in range(3)]
def h(i): return {1: 'a', 0: 'b'}[i]
f()
