# object, type(), constants that refuse assignment, copyright-free names.
o = object()
print(type(o).__name__, isinstance(o, object), o == o, o != object(), bool(o), hasattr(o, "__dict__"), object.__name__, object.__bases__, object.__mro__)
for code in ("None = 1", "True = 2", "del None", "def f(None): pass", "x.None = 1", "__debug__ = 1", "None += 1", "for True in []: pass", "import x as None", "f(True=1)", "... = 1", "(None) = 1", "lambda None: 1", "class True: pass"):
    try:
        compile(code, "<c>", "exec")
        print("compiled", code)
    except SyntaxError as e:
        print(code, "->", e.msg)
print(type(None), type(...), type(NotImplemented), None is type(None)(), ... is type(...)(), Ellipsis, NotImplemented)
for act in (lambda: setattr(o, "x", 1), lambda: type(None)(1), lambda: bool(NotImplemented) , lambda: None.__class__.__name__, lambda: type(o)(1), lambda: type("A", (), {}, x=1), lambda: type("A b", (), {"v": 1})().v, lambda: type(5, (), {}), lambda: type("A", [], {}), lambda: type("A", (), [])):
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
C = type("C", (list,), {"n": 3, "double": lambda self: [x * 2 for x in self]})
c = C([1, 2])
print(c.double(), C.n, c, C.__name__, C.__module__, type(c), len(C.__mro__))
