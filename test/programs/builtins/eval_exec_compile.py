# eval, exec, compile with namespaces.
x = 10
print(eval("x + 1"), eval("x + y", {"x": 1, "y": 2}), eval("[i for i in range(x)]", {"x": 3}), eval(" 1 + 1 "), eval("x", {}, {"x": "local"}))
exec("y = x * 2\nprint('inside', y)")
print(y)
ns = {}
exec("def f(a): return a * k\nk = 7", ns)
print(ns["f"](6), sorted(k for k in ns), "__builtins__" in ns)
code = compile("a = 1\nb = a + 1", "<test>", "exec")
scope = {}
exec(code, scope)
print(scope["b"], code.co_filename, code.co_names)
expr = compile("x ** 2", "<e>", "eval")
print(eval(expr), eval(expr, {"x": 5}))
single = compile("1 + 1\n", "<s>", "single")
exec(single)
exec(compile("'shown'; None; 3", "<s>", "single"))
def f():
    z = 5
    exec("z = 6; w = 7")
    return z, eval("z + 1"), "w" in locals()
print(f())
for src, mode in (("1 +", "eval"), ("x = 1", "eval"), ("if True:", "exec"), ("a b", "exec"), ("1\n2\n", "single"), ("", "eval"), ("   x", "exec"), ("'abc", "eval"), ("(", "eval")):
    try:
        compile(src, "<bad>", mode)
        print("ok", repr(src))
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
for act in (lambda: eval(5), lambda: exec(5), lambda: compile("1", "f", "bad"), lambda: eval("1", 5), lambda: eval("undefined_thing"), lambda: eval("1/0"), lambda: exec("raise KeyError('k')"), lambda: eval("x", {"__builtins__": {}}), lambda: eval("len([])", {"__builtins__": {}})):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
print(eval("lambda q: q + x")(1), eval("(t := 5) + t"), eval("__name__"), exec("pass"))
class M(dict):
    def __missing__(self, k): return f"<{k}>"
print(eval("a + b", {}, M(a="A")))
