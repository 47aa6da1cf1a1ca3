# Shared inner lists, shallow and deep copies.
rows = [[0] * 3] * 3
rows[0][0] = 1
print(rows, rows[0] is rows[2])
rows = [[0] * 3 for _ in range(3)]
rows[0][0] = 1
print(rows, rows[0] is rows[2])
a = [1, [2, 3]]
b = a[:]
c = list(a)
d = a.copy()
e = a
a[1].append(4)
a[0] = "changed"
print(a, b, c, d, e, b[1] is a[1] is c[1] is d[1])
def grow(target):
    target.append("grown")
    target = ["new"]
    return target
print(grow(a), a)
import copy
f = copy.deepcopy(a)
a[1].clear()
print(a, f)
x = [1, 2]
y = [x, x]
z = copy.deepcopy(y)
z[0].append(3)
print(z, z[0] is z[1], y)
t = (1, [2])
t[1].append(3)
print(t)
try:
    t[1] += [4]
except TypeError as error:
    print(error, t)
