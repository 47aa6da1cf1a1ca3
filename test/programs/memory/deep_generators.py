# Deep structures of other kinds: closures, bound methods, exceptions.
def wrap(f): return lambda: f
f = None
for _ in range(20_000): f = wrap(f)
n, x = 0, f
while x is not None:
    x = x()
    n += 1
print(n)
del f, x
e = None
for i in range(20_000):
    new = ValueError(i)
    new.__cause__ = e
    e = new
n = 0
x = e
while x is not None:
    x = x.__cause__
    n += 1
print(n)
del e, x, new
print("gone")
