# tier: C
# Arguments, context, cause and notes of exceptions live as long as they do.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
try:
    raise ValueError(T("arg"))
except ValueError as e:
    print("caught")
print("after")
def f():
    try:
        raise KeyError(T("inner"))
    except KeyError:
        raise ValueError(T("outer"))
try:
    f()
except ValueError as e:
    kept = e
print("kept", type(kept.__context__).__name__)
kept.__context__ = None
print("context dropped")
kept = None
print("all gone")
try:
    raise RuntimeError from ValueError(T("cause"))
except RuntimeError:
    pass
print("end")
