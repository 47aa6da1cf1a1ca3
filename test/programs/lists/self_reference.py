# Lists and dicts that contain themselves.
a = [1]
a.append(a)
print(a, a[1][1][1][0], len(a), a[1] is a)
b = [a, [a]]
print(b)
d = {}
d["self"] = d
d["list"] = [d]
print(d)
t = ([],)
t[0].append(t)
print(t)
c = []
e = [c]
c.append(e)
print(c, e)
x = [1]
x.append(x)
try:
    print(a == x)
except RecursionError as error:
    print("RecursionError", str(error)[:32])
print(a in a, a.index(a), a == a)
