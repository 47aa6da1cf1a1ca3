# What compile() takes as file name, mode and flags.
import __future__


class Thing:
    pass


class Path:
    def __fspath__(self):
        return "from_path"


class Wrong:
    def __fspath__(self):
        return 3


cases = [
    (Thing(), Thing(), Thing()),
    ("1", Thing(), "eval"),
    ("1", "f", Thing()),
    ("1", "f", "nope"),
    (Thing(), "f", "eval"),
    ("1", b"bytes", "eval"),
    ("1", bytearray(b"f"), "eval"),
    ("1", Path(), "eval"),
    ("1", Wrong(), "eval"),
    ("1", "a\0b", "eval"),
    ("1", None, "eval"),
    ("1", "f", "eval", Thing()),
    ("1", "f", "eval", 0, Thing()),
    ("1", "f", "eval", 0, 0, Thing()),
    ("1", "f", "eval", 0, 0, 7),
    ("1", "f", "eval\0"),
]
for case in cases:
    try:
        print(compile(*case).co_filename)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

source = "def f(a: 1 + 1): pass"
space = {}
exec(compile(source, "f", "exec", __future__.annotations.compiler_flag), space)
print(space["f"].__annotations__)
exec(compile(source, "f", "exec"), space)
print(space["f"].__annotations__)
