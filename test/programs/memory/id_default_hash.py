# The default hash is made from the address and stays; identity dictionaries work under collection.
import gc
class T: pass
ts = [T() for _ in range(50)]
d = {t: i for i, t in enumerate(ts)}
s = set(ts)
hs = [hash(t) for t in ts]
for _ in range(3):
    junk = [[T()] for _ in range(500)]
    del junk
    gc.collect()
print(all(d[t] == i for i, t in enumerate(ts)), all(t in s for t in ts), hs == [hash(t) for t in ts], len(s | set(ts)))
x = T()
print(hash(x) == hash(x), x in {x: 1}, T() in d, d.get(ts[7]))
for t in ts[::2]: del d[t]
gc.collect()
print(len(d), sorted(d.values())[:5], all((t in d) == (i % 2 == 1) for i, t in enumerate(ts)))
