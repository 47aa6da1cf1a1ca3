# tier: C
# Iteration variables of comprehensions die with them; function temporaries too.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    r = [t.n for t in (T(i) for i in range(2))]
    print("made", r)
    s = {t.n: 0 for t in [T(5), T(6)]}
    print("dict", s)
    print(sum(t.n for t in map(T, (7, 8))))
    any(t.n for t in map(T, (0, 9, 10)))
    print("end of f")
f()
