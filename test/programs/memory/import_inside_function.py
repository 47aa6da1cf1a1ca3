# strategies: arena-pools refcount-cycle refcount
# A module that is imported by a function keeps none of the function's locals alive.
import weakref


class Probe:
    pass


def load(name):
    probe = Probe()
    __import__(name)
    return weakref.ref(probe)


# In an order in which each still has something of its own to import.
for name in ("types", "operator", "keyword", "functools", "enum", "re", "copy", "string", "contextlib", "dataclasses", "typing", "inspect", "json",
             "traceback", "os", "io", "random", "statistics", "textwrap", "logging", "argparse", "asyncio", "unittest", "decimal", "fractions", "datetime"):
    print(name, load(name)() is None)


def write():
    file = open("import_inside_function.txt", "w")
    file.write("abc")
    return weakref.ref(file)


print(write()())
with open("import_inside_function.txt") as file:
    print(file.read())
os = __import__("os")
os.remove("import_inside_function.txt")
