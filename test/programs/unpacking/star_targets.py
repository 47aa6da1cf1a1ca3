# Starred assignment targets.
a, *b = 1, 2, 3
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(2)
print(a, b, c)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
[a, [b, c]] = [1, "xy"]
print(a, b, c)
*a, = (1, 2)
print(a)
first, (second, third), *_, last = 1, [2, 3], 4, 5, 6
print(first, second, third, _, last)
for x, *y in [(1, 2, 3), "ab", [4]]:
    print(x, y)
d = {}
d["k"], *d["rest"] = 1, 2, 3
print(d)
lst = [0, 0, 0]
i, lst[i] = 1, "set"
print(i, lst)
(a) = 5
(a,) = [6]
[] = ()
() = []
print(a)
a = b, c = 1, 2
print(a, b, c)
a, b = b, a = 1, 2
print(a, b)
