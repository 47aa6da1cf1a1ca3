# tier: C
import weakref
class T:
    def __init__(self, n): self.n = n
ts = [T(i) for i in range(5)]
s = weakref.WeakSet(ts)
print(len(s))
ts.pop()
print(len(s))
for x in s:
    if x.n == 0:
        del ts[0]
        break
print(len(s))
del x
print(len(s), sorted(t.n for t in s))
s.add(T("temp"))
print(len(s))
u = s | {ts[0]}
ts.clear()
print(len(s), len(u))
