# tier: C
# Arguments and temporaries live until the call is over.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(x):
    print("in f", x.n)
    return x.n
print("result", f(T("arg")))
def drop(x):
    x = None
    print("dropped inside")
drop(T("dropped"))
y = T("kept")
drop(y)
print("still", y.n)
def g(*args, **kw):
    print(len(args), len(kw))
g(T("a1"), T("a2"), k=T("k"))
print([T("in list"), 5][1])
print((lambda t: t.n)(T("lambda")))
print(T("x").n + T("y").n)
