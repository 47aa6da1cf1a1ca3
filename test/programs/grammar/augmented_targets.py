# Every kind of target for augmented and annotated assignment.
class O: pass
o = O()
o.a = 1
o.a += 1
o.l = [1]
o.l += [2]
d = {"k": 1, "n": {"m": [5]}}
d["k"] *= 10
d["n"]["m"][0] -= 1
l = [1, [2]]
l[1] += (3,)
l[-1][0] **= 3
l[0:1] += [9]
print(o.a, o.l, d, l)
def f():
    x = 1
    x <<= 3
    def g():
        nonlocal x
        x |= 1
    g()
    return x
print(f())
n = 5
def h():
    global n
    n %= 3
h()
print(n)
class C:
    v = 10
    v //= 3
    w: int = v + 1
    u: "str"
    w += 1
print(C.v, C.w, C.__annotations__)
x: int
y: int = 1
(z): int = 2
o.b: str = "s"
d["ann"]: int = 3
print(y, z, o.b, d["ann"], __annotations__)
t = (1,)
t += (2,)
s = "a"
s += "b"
s *= 2
f2 = 7.5
f2 //= 2
f2 /= 2
b = True
b &= False
b ^= True
print(t, s, f2, b)
def side():
    print("evaluated once")
    return l
side()[0] += 1
print(l)
a = b = [1]
a += [2]
print(b)
a = a + [3]
print(b)
i = 1
i += i + 1
print(i)
