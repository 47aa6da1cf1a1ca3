# exec and eval at module, function and class level.
x = "global"
exec("x = 'changed by exec'; y = 1")
print(x, y)
def f():
    x = "local"
    exec("x = 'exec local'")
    print(x, eval("x"))
    ns = {"x": "ns"}
    exec("x = x + '!'; z = 2", ns)
    print(ns["x"], ns["z"], "z" in globals())
    g, l = {}, {}
    exec("def h(): return a\na = 5", g)
    print(g["h"]())
    try: exec("b = 1\nclass K:\n  c = b", g, l)
    except NameError as e: print(e)
    exec("class K:\n  c = a", g, l)
    print(sorted(l), l["K"].c)
    try: exec("def q(): return w\nw = 1\nr = q()", {}, {})
    except NameError as e: print(e)
    return [eval("i * 2") for i in range(3)]
print(f())
class C:
    exec("attr = 7")
    v = eval("attr + 1")
print(C.attr, C.v)
code = compile("result = [n ** 2 for n in range(limit)]", "<squares>", "exec")
for limit in (2, 4):
    ns = {"limit": limit}
    exec(code, ns)
    print(ns["result"])
exec("""
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(10))
for i in range(2):
    print("loop", i)
""")
print(eval("(lambda a: a + 1)(2)"), eval("[q := 5, q]"), eval("1 if x else 2"), eval("\t1 + 1"), eval("(\n1\n)"))
def outer():
    secret = 42
    def inner(): return eval("secret")
    try: return inner()
    except NameError as e: return str(e)
print(outer())
def outer2():
    secret = 42
    def inner():
        secret
        return eval("secret")
    return inner()
print(outer2())
e = {"__builtins__": {"len": lambda x: "own len"}}
print(eval("len([])", e))
try: eval("abs(1)", e)
except NameError as err: print(err)
m = {}
exec("import math\ndef area(r): return math.pi * r * r", m)
print(round(m["area"](1), 5), m["math"].__name__)
print(sorted(k for k in compile("a = b.c(d)", "", "exec").co_names), compile("1", "f.py", "eval").co_filename, eval(compile("2 + 3", "", "eval")))
