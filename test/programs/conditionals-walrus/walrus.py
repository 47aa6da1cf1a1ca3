# Assignment expressions: scope and uses.
if (n := len("hello")) > 3:
    print(n)
data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 5], y)
it = iter([3, 2, 1, 0, 9])
while (v := next(it)) != 0:
    print("v", v)
print(v, (a := 1, b := 2), a + b, (c := a) == 1, [d := 4, d + 1], {(e := "k"): e * 2})
def f(x):
    if (m := x) and (k := m + 1):
        return m, k
    return m
print(f(5), f(0))
total = 0
print([total := total + x for x in range(5)], total)
print(any((found := x) > 4 for x in data), found)
def g():
    [z := i for i in range(3)]
    return z
print(g())
def outer():
    q = 0
    def inner():
        nonlocal q
        return [q := q + i for i in range(4)]
    return inner(), q
print(outer())
def glob():
    global made
    return (made := 42)
print(glob(), made, (lambda: (w := 5) + w)(), f"{(t := 3)}{t}")
print((x := 1) and (x := x + 1), x, (p := (r := 5) + 1), r)
while (line := ["a", "b", ""].pop(0)) == "q":
    pass
print(line, [(i, j) for i in range(3) if (j := i * i) % 2 == 0], j)
