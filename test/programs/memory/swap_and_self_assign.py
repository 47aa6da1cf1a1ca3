# tier: C
# Overwriting with itself, swapping and augmented assignment free nothing too early.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
o = T("o")
o.next = T("next")
o.next = o.next
o = o
print("alive", o.next.n)
a, b = T("a"), T("b")
a, b = b, a
print(a.n, b.n)
l = [T(0), T(1)]
l[0], l[1] = l[1], l[0]
l[0] = l[0]
print([t.n for t in l])
o = o.next
print("head is gone", o.n)
l = l[1:]
print("cut")
l += l
print(len(l))
l[:] = l[:1]
print("end")
