# tier: C
# strategies: arena-pools
# Free lists hand out the last one freed first.
l = [[] for _ in range(5)]
ids = [id(x) for x in l]
del l[:]
again = [[] for _ in range(5)]
print([ids.index(id(x)) if id(x) in ids else None for x in again])
t = [tuple([i, i]) for i in range(4)]
ids = [id(x) for x in t]
x = None
del t[:]
again = [tuple([i, i]) for i in range(4)]
print([ids.index(id(x)) if id(x) in ids else None for x in again])
d = [{} for _ in range(4)]
ids = [id(x) for x in d]
x = None
del d[:]
again = [{} for _ in range(4)]
print([ids.index(id(x)) if id(x) in ids else None for x in again])
f = [float(i) + 0.5 for i in range(4)]
ids = [id(x) for x in f]
x = None
del f[:]
again = [float(i) + 0.25 for i in range(4)]
print([ids.index(id(x)) if id(x) in ids else None for x in again])
