# A list nested a hundred thousand deep is torn down without trouble.
l = []
for i in range(100_000):
    l = [l]
n, x = 0, l
while x:
    x = x[0]
    n += 1
print(n)
del l, x
t = ()
for i in range(100_000):
    t = (t,)
del t
d = {}
for i in range(100_000):
    d = {"k": d}
d = None
print("torn down")
