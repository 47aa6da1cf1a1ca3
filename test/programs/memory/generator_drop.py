# tier: C
# Dropping a suspended generator runs its finally blocks at once.
def g(name):
    try:
        print("start", name)
        yield 1
        yield 2
    finally:
        print("finally", name)
x = g("a")
next(x)
del x
print("dropped")
next(g("temp"))
print("after temp")
for v in g("loop"):
    break
print("loop left")
y = g("never started")
del y
print("nothing for the unstarted")
z = g("done")
list(z)
del z
print("nothing more for the finished")
def h():
    try:
        yield
    except GeneratorExit:
        print("GeneratorExit seen")
        raise
k = h()
next(k)
k = None
