# Corner cases of scope declarations.
def f():
    global a
    a = 1
    def g():
        a = 2
        def h():
            global a
            a += 10
        h()
        return a
    return g()
print(f(), a)
def counter():
    n = 0
    class C:
        nonlocal n
        n += 1
        m = n
    return n, C.m
print(counter())
def shadow(print_=print):
    x = 1
    class K:
        x = 5
        def get(self): return x
    return K.x, K().get()
print(shadow())
y = "global y"
def cls():
    y = "enclosing"
    class D:
        print(y)
        y = "class"
        print(y)
        def m(self): return y
        z = [y for _ in range(1)]
    return D().m(), D.z
print(cls())
class E:
    y = y
    def m(self, y=y): return y
print(E.y, E().m())
def loop_closures():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    return [f() for f in fs]
print(loop_closures())
def deep():
    v = 0
    def a():
        def b():
            def c():
                nonlocal v
                v += 1
            c()
        b()
    a(); a()
    return v
print(deep())
def param_cell(x):
    def set_(v):
        nonlocal x
        x = v
    set_(x * 2)
    return x
print(param_cell(21))
def comp_scope():
    x = 1
    [x := x + 1 for _ in range(3)]
    return x
print(comp_scope())
def except_scope():
    e = "outer"
    def f(): return e
    try: raise ValueError
    except ValueError as e: pass
    try: return f()
    except NameError as err: return str(err)
print(except_scope())
def del_cell():
    v = 1
    def f(): return v
    del v
    try: f()
    except NameError as err: return str(err)
print(del_cell())
def global_in_nested():
    def g():
        global created
        created = "by nested"
    g()
global_in_nested()
print(created)
for __name in (1,): pass
class M:
    __x = 1
    def f(self):
        __y = 2
        return [self.__x + __y for _ in "a"], (lambda: __y)()
print(M().f())
def kw(a, b=lambda: later): return b()
later = "defined later"
print(kw(1))
import builtins
builtins.secret_name = 5
print(secret_name)
secret_name = 6
print(secret_name)
del secret_name
print(secret_name)
del builtins.secret_name
