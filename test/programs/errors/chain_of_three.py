# stderr: full
def a():
    raise KeyError("a")
def b():
    try:
        a()
    except KeyError:
        raise TypeError("b")
try:
    b()
except TypeError as e:
    raise OSError(5, "c") from e
