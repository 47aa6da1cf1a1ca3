# tier: C
# strategies: arena-pools
# [0] * n needs two list objects, so the address of the result alternates through the free list.
ids = [id([0] * 100) for _ in range(6)]
print([ids.index(i) for i in ids])
a = id([0] * 3)
b = id([0] * 3)
c = id([0] * 3)
print(a == b, a == c)
