# tier: C
# Slices of lists let go of their items last to first, after the list has its new shape.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, [t.n for t in l])
l = []
l[:] = [T(i) for i in range(6)]
del l[1:3]
print("cut")
l[1:2] = [T("new")]
print("replaced")
l[::2] = [T("x"), T("y")]
print("extended", [t.n for t in l])
del l[::3]
print("every third", [t.n for t in l])
l.clear()
print("cleared")
l[:] = [T(7), T(8)]
del l[:]
print("emptied", l)
