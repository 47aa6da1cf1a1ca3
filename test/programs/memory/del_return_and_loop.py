# tier: C
# Loop variables and comprehension items.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
for i in range(3):
    t = T(i)
    print("made", i)
print("after the loop")
del t
for t in (T(10), T(11)):
    print("visit", t.n)
print("tuple still constant? no, built")
t = None
for t in [T(20), T(21)]:
    pass
print("loop done")
del t
print([T(30 + i).n for i in range(3)])
for t in (T(40 + i) for i in range(2)):
    print("gen", t.n)
t = None
while True:
    t = T("while")
    break
print("broke")
t = 0
