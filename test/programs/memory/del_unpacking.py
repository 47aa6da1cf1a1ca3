# tier: C
# Temporaries of unpacking, swapping, star arguments.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a, b = T("a"), T("b")
print("bound")
a, b = b, a
a = b = None
print("gone")
x, *y = T(1), T(2), T(3)
del y
print("rest gone")
x = 0
(p, q), r = (T("p"), T("q")), T("r")
p = 0
q = 0
r = 0
try:
    m, n = T("too"), T("many"), T("values")
except ValueError as e:
    print("ValueError")
print("end")
