# Augmented assignment: in-place dunder, fallback, evaluation order, targets.
class Inplace:
    def __init__(self):
        self.log = []
    def __iadd__(self, other):
        self.log.append(other)
        return self
    def __add__(self, other):
        return ("add", other)
a = b = Inplace()
a += 1
a += 2
print(a is b, a.log)
class Fallback:
    def __add__(self, other):
        return ("plain add", other)
    def __iadd__(self, other):
        return NotImplemented
c = Fallback()
c += 3
print(c)
def idx():
    print("index")
    return 0
def box():
    print("container")
    return data
data = [10]
box()[idx()] += (print("value"), 5)[1]
print(data)
n = 17
for op in ("+=", "-=", "*=", "//=", "%=", "**=", ">>=", "<<=", "&=", "|=", "^=", "/="):
    scope = {"n": n}
    exec(f"n {op} 3", scope)
    print(op, scope["n"])
l = m = [1]
l += (2,)
l *= 2
print(m)
s = t = {1}
s |= {2}
s -= {1}
print(t)
for act in ("x = 1\nx += 'a'", "x = []\nx += 5", "x = ()\nx += [1]", "x = None\nx -= 1", "x = {}\nx @= 1", "undefined += 1"):
    try:
        exec(act)
    except Exception as error:
        print(type(error).__name__, error)
