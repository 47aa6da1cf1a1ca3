# tier: C
# A list lets go of its items from last to first; so do tuple, clear and slice deletion.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
l = [T(i) for i in range(5)]
del l
print("list")
t = tuple(T(i) for i in range(5))
del t
print("tuple")
l = [T(i) for i in range(5)]
l.clear()
print("clear")
l = [T(i) for i in range(6)]
del l[1:4]
print("slice")
l[:] = [T(9)]
print("assigned")
del l[0]
print("item")
