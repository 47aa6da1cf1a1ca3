# What copy and pickle keep of an exception, and what its constructor and __setstate__ refuse.
import copy
import pickle

FIELDS = "errno strerror filename filename2 name path obj msg lineno offset text value code colour __notes__".split()
EXAMPLES = [
    OSError("first", "second"),
    OSError(2, "gone", "file.txt"),
    OSError(2, "gone", "from.txt", None, "to.txt"),
    ImportError("no part", name="part", path="parts.py"),
    AttributeError("no colour", name="colour", obj=3),
    NameError("no colour", name="colour"),
    SyntaxError("wrong", ("program.py", 1, 2, "text")),
    UnicodeDecodeError("ascii", b"x", 0, 1, "reason"),
    StopIteration(3),
    SystemExit(4),
    KeyError("key"),
]

for example in EXAMPLES:
    example.colour = "red"
    example.add_note("a note")
    print(example.__reduce__())
    for way in copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error)):
        twin = way(example)
        print(" ", type(twin).__name__, twin.args, twin, {name: getattr(twin, name) for name in FIELDS if hasattr(twin, name)})


class Limited(Exception):
    def __init__(self, amount, limit):
        super().__init__(amount)
        self.limit = limit


class Bounded(Exception):
    def __init__(self, amount, limit=5):
        super().__init__(amount)
        self.limit = limit


print(copy.copy(Bounded(1, 2)).limit, pickle.loads(pickle.dumps(Bounded(1, 2))).args)
try:
    copy.copy(Limited(1, 2))
except TypeError as error:
    print(error)

error = ValueError(1)
for state in 5, [], None, {"colour": "red"}, {1: 2}, {"args": (9,)}:
    try:
        print(error.__setstate__(state), error.__dict__, error.args)
    except TypeError as refusal:
        print(refusal)

for details in ("f", 1), ("f", 1, 2, "t"), ("f", 1, 2, "t", 5), ("f", 1, 2, "t", 5, 6), ("f", 1, 2, "t", 5, 6, 7), "abcd", 5, ():
    try:
        made = SyntaxError("message", details)
        print(made.filename, made.lineno, made.end_lineno, made.end_offset, made)
    except TypeError as refusal:
        print(refusal)

error = ImportError("test")
print(error.msg, error.name)
for arguments, keywords in [(("new",), {"name": "part"}), (("a", "b"), {}), ((), {"path": "p"})]:
    error.__init__(*arguments, **keywords)
    print(error.args, error.name, error.path)
