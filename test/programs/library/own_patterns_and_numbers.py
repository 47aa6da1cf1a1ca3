# Templates with patterns of their own; numbers that are complex by a method; what a released memoryview still knows.
import cmath
import copy
import getopt
import os
import pickle
import statistics
import string

PATTERNS = [
    r"(?P<badname>.*)",
    r"(?P<escaped>@{2})|@(?P<named>[_a-z]+)|@\{(?P<braced>[_a-z]+)\}|(?P<invalid>@)|(?P<other>!)",
]
for pattern in PATTERNS:
    try:
        Own = type("Own", (string.Template,), {"pattern": pattern})
    except Exception as error:
        print(type(error).__name__, error)
        continue
    for text in "@who likes !", "@who and @{what}", "@", "@@":
        template = Own(text)
        for act in (
            lambda: template.substitute(who="tim", what="tea"),
            lambda: template.safe_substitute(who="tim"),
            template.is_valid,
            template.get_identifiers,
        ):
            try:
                print(act())
            except (ValueError, IndexError) as error:
                print(type(error).__name__, error.args[0])


class Both:
    def __float__(self):
        return 2.0

    def __complex__(self):
        return 3 + 4j


class Index:
    def __index__(self):
        return 9


class Wrong:
    def __complex__(self):
        return 3


print(cmath.sqrt(Both()), cmath.phase(Both()), cmath.sqrt(Index()))
for number in Wrong(), "a", None:
    try:
        cmath.sqrt(number)
    except TypeError as error:
        print(error)

normal = statistics.NormalDist(3, 4)
print([pickle.loads(pickle.dumps(normal, protocol)) == normal for protocol in range(6)], copy.copy(normal))

print(getopt.gnu_getopt(["-a", "arg", "-b", "1"], "ab:"))
os.environ["POSIXLY_CORRECT"] = "1"
print(getopt.gnu_getopt(["-a", "arg", "-b", "1"], "ab:"))

view = memoryview(b"abcdef")
print(hash(view) == hash(b"abcdef"))
view.release()
print(hash(view) == hash(b"abcdef"))
view = memoryview(b"abcdef")
view.release()
try:
    hash(view)
except ValueError as error:
    print(error)

view = memoryview(bytearray(b"abc"))
for key, value in (5, "x"), (0, "x"), (-4, 1.5), ("a", 1), (1.0, "x"):
    try:
        view[key] = value
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
for key in (slice(1), slice(2)), (slice(1), 0), (), "key":
    try:
        view[key]
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)
    try:
        view[key] = b"a"
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)


class Releasing:
    def __index__(self):
        view.release()
        return 1


try:
    view[0] = Releasing()
except ValueError as error:
    print(error)
