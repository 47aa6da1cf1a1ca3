# __cause__, __context__, __suppress_context__, raise from.
def show(e, depth=0):
    if e is None: return
    print("  " * depth + repr(e), "suppress" if e.__suppress_context__ else "")
    if e.__cause__ is not None:
        print("  " * depth + "cause:")
        show(e.__cause__, depth + 1)
    if e.__context__ is not None and e.__context__ is not e.__cause__:
        print("  " * depth + "context:")
        show(e.__context__, depth + 1)
def run(f):
    try:
        f()
    except Exception as e:
        show(e)
def implicit():
    try: 1 / 0
    except ZeroDivisionError: {}["x"]
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("bad") from e
def none():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("clean") from None
def other():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("x") from KeyError("unrelated")
def cls():
    raise ValueError("x") from KeyError
def in_finally():
    try: 1 / 0
    finally: raise TypeError("finally")
def three():
    try:
        try: 1 / 0
        except Exception: [][1]
    except Exception: int("q")
def handled():
    try: 1 / 0
    except ZeroDivisionError: pass
    raise ValueError("no context")
def inner_handled():
    try: 1 / 0
    except ZeroDivisionError:
        try: {}[1]
        except KeyError: pass
        raise OSError("context is zero division")
def badfrom():
    raise ValueError from 5
def self_cause():
    e = ValueError("self")
    try: raise e
    except ValueError: raise e
for f in (implicit, explicit, none, other, cls, in_finally, three, handled, inner_handled, badfrom, self_cause):
    print("#", f.__name__)
    run(f)
e = ValueError("v")
e.__cause__ = KeyError("set")
print(e.__suppress_context__)
for val in (5, "x"):
    try:
        e.__cause__ = val
    except TypeError as err:
        print(err)
