# tier: C
# strategies: arena-pools
# The first instances of a class shrink one by one (room for fewer attributes); later ones have one size and share addresses.
class T: pass
early = [id(T()) for _ in range(3)]
for _ in range(60): T()
late = [id(T()) for _ in range(5)]
print(len(set(late)))
x = T()
i = id(x)
del x
y = T()
print(id(y) == i)
y.attr = 1
j = id(y)
del y
z = T()
print(id(z) == j)
