# tier: C
# A comparison that removes the object being compared from its container.
class E:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        l.clear()
        return False
    def __del__(self): print("del", self.n)
l = [E(1), E(2), E(3)]
print(99 in l)
print(l)
l = [E(4), E(5)]
try:
    l.index(7)
except ValueError as e:
    print("ValueError")
print(len(l))
l = [E(6), E(7)]
try:
    l.remove(7)
except ValueError as e:
    print(e)
print(l)
