# What a for loop sees when its list changes.
a = [1, 2, 3, 4, 5]
seen = []
for x in a:
    seen.append(x)
    if x == 2:
        a.remove(2)
print(seen, a)
a = [1, 2, 3]
for x in a:
    if len(a) < 8:
        a.append(x * 10)
print(a)
a = [1, 2, 3, 4]
for x in a:
    a.clear()
    print("saw", x)
it = iter([1, 2, 3])
print(next(it), list(it), list(it))
b = [1, 2]
it = iter(b)
print(list(it))
b.append(3)
print(list(it), it.__length_hint__())
a = [3, 1, 2]
for i, x in enumerate(a):
    a[i] = x * x
print(a)
r = reversed(b)
b.append(4)
print(list(r), b)
a = list(range(6))
for x in a[:]:
    if x % 2:
        a.remove(x)
print(a)
