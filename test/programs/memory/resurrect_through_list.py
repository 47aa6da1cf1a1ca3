# tier: C
# Resurrection from a list being cleared and from a dict.
saved = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        if self.n % 2: saved.append(self)
l = [R(i) for i in range(6)]
l.clear()
print([r.n for r in saved])
saved.clear()
d = {i: R(i) for i in range(6)}
d.clear()
print([r.n for r in saved])
saved.clear()
print(saved)
def f():
    a, b, c = R(1), R(2), R(3)
f()
print([r.n for r in saved])
