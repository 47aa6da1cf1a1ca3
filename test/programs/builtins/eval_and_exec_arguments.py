"""eval and exec by keyword, with mappings of any kind as locals; compile's arguments."""
import collections
import types


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except BaseException as problem:
        print(type(problem).__name__, problem)


class Twelve:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError

    def keys(self):
        return list("xyz")


class Sub(dict):
    def keys(self):
        return list("xyz")


class NoKeys:
    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return 1


class Nothing:
    pass


attempt(eval, "a + 1", globals={"a": 1})
attempt(eval, "a + b", {"a": 1}, locals={"b": 2})
attempt(eval, source="1")
namespace = {}
attempt(exec, "x = 1", globals=namespace)
print(sorted(namespace))
attempt(eval, "a", globals(), Twelve())
attempt(eval, "b", globals(), Twelve())
attempt(eval, "dir()", globals(), Twelve())
attempt(eval, "dir()", {}, Sub())
attempt(eval, "dir()", {}, NoKeys())
attempt(eval, "a", globals(), Nothing())
attempt(exec, "a", globals(), 5)
attempt(eval, "a", Nothing())
attempt(eval, "[i for i in (2, 3)]", {}, collections.UserDict())
attempt(compile, "print(1)", "f", "exec", 0x800)
attempt(compile, "pass", "f", "exec", optimize=5)
print(compile("", b"f.py", "exec").co_filename)
attempt(type, "A", (), {"__slots__": "1"})
attempt(type, "A", (), {"__slots__": ("x", "1")})


def with_keyword(a, /, b, *, c):
    return a + b + c


code = with_keyword.__code__
attempt(types.FunctionType(code, {}, argdefs=(1, 2), kwdefaults={"c": 5}))
attempt(types.FunctionType(code, {}, "name", (1, 2)))
attempt(types.FunctionType, code, {}, kwdefaults=[])
attempt(types.FunctionType, code, {}, argdefs=[])
attempt(types.FunctionType, code, {}, 3)
attempt(types.FunctionType, code, {}, closure=(1,))
print(types.MappingProxyType[int, str])
