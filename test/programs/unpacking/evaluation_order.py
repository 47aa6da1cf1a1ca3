# Order of evaluation: right side first, then targets left to right.
def log(x):
    print("->", x)
    return x
class T:
    def __setattr__(self, name, value):
        print("setattr", name, value)
    def __setitem__(self, key, value):
        print("setitem", key, value)
    def __repr__(self):
        return "T()"
t = T()
t.a, t[log("key")], t.b = log(1), log(2), log(3)
log(t)[log("k")] = log("v")
log(t).attr = log("w")
x = [log("first"), log("second")]
d = {log("k1"): log("v1"), log("k2"): log("v2")}
print((lambda a, b=log("default"): (a, b))(log("arg")))
def f(*a, **k):
    return a, k
print(f(log(1), *[log(2)], k=log(3), **{"z": log(4)}))
print(log(1) + log(2) * log(3))
print(log([10, 20])[log(1)])
a = [0, 1, 2]
i = 0
i, a[i], a[i + 1] = 1, "x", "y"
print(i, a)
