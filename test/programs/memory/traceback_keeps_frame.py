# tier: C
# A traceback keeps the frames and their locals alive.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    local = T("local of f")
    raise ValueError("x")
try:
    f()
except ValueError as e:
    print("handling")
print("after the handler")
try:
    f()
except ValueError as e:
    saved = e
print("saved")
print(saved.__traceback__.tb_next.tb_frame.f_locals["local"].n)
saved.__traceback__ = None
print("traceback dropped")
def g():
    t = T("local of g")
    try:
        f()
    except ValueError:
        return "g returns"
print(g())
