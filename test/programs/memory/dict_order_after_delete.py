# Deleted entries leave holes; order and growth stay right through many cycles.
d = {}
for round in range(5):
    for i in range(20): d[(round, i)] = i
    for i in range(0, 20, 2): del d[(round, i)]
print(len(d), list(d)[:3], list(d)[-2:])
for k in list(d)[:40]: del d[k]
d["new"] = 1
print(len(d), list(d)[-2:], next(iter(d)))
e = dict.fromkeys(range(10))
for i in range(10): e[i] = e.pop(i)
print(list(e))
f = {i: i for i in range(8)}
for _ in range(100):
    k = next(iter(f))
    f[k + 8] = f.pop(k)
print(list(f))
