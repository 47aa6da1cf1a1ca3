# tier: C
# A finalizer may make objects, and they die as usual.
class T:
    n = 0
    def __init__(self, level): self.level = level
    def __del__(self):
        T.n += 1
        print("del", self.level)
        if self.level:
            T(self.level - 1)
            print("made and lost", self.level - 1)
T(3)
print(T.n)
class Pool:
    free = []
    def __del__(self):
        Pool.free.append([1, 2])
for _ in range(3): Pool()
print(Pool.free)
