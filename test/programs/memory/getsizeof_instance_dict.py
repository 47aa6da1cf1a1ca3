# tier: C
# The dict of an instance: shared keys, then its own.
import sys
class T:
    def __init__(self): self.a, self.b, self.c = 1, 2, 3
ts = [T() for _ in range(3)]
print([sys.getsizeof(t) for t in ts], [sys.getsizeof(t.__dict__) for t in ts])
t = T()
for i in range(40): setattr(t, f"extra{i}", i)
print(sys.getsizeof(t.__dict__), sys.getsizeof(T().__dict__))
u = T()
del u.a
print(sys.getsizeof(u.__dict__))
class E: pass
e = E()
print(sys.getsizeof(e.__dict__), sys.getsizeof(e))
v = T()
v.__dict__[5] = "non-string key"
print(sys.getsizeof(v.__dict__) > 100)
