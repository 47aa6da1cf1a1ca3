# The tree of built-in exceptions.
import builtins
names = sorted(n for n, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, BaseException))
print(len(names))
for n in names:
    cls = getattr(builtins, n)
    print(n, cls.__name__, [b.__name__ for b in cls.__bases__])
print(IOError is OSError, EnvironmentError is OSError)
for n, args in (("UnicodeDecodeError", ("utf-8", b"abc", 0, 1, "why")), ("UnicodeEncodeError", ("ascii", "abc", 1, 2, "why")), ("UnicodeTranslateError", ("abc", 0, 2, "why")), ("SyntaxError", ("msg", ("f", 1, 2, "text"))), ("ImportError", ("msg",)), ("StopIteration", (5,)), ("KeyError", ("k",)), ("NameError", ("n",)), ("AttributeError", ("a",))):
    e = getattr(builtins, n)(*args)
    print(n, "|", e, "|", e.args)
e = ImportError("m", name="mod", path="p")
print(e.name, e.path, NameError("n", name="nm").name, AttributeError("a", name="at", obj=3).obj)
for bad in (lambda: UnicodeDecodeError("a"), lambda: ImportError("m", foo=1), lambda: ValueError(x=1), lambda: SyntaxError("m", 5)):
    try:
        bad()
    except TypeError as err:
        print(err)
