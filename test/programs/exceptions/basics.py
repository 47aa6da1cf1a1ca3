# try, except with several classes, else, finally, re-raise.
def attempt(f):
    try:
        r = f()
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e)
    except ArithmeticError as e:
        print("arith", repr(e))
    except Exception as e:
        print("other", type(e).__name__, e.args)
    else:
        print("ok", r)
    finally:
        print("--")
attempt(lambda: 1)
attempt(lambda: {}["k"])
attempt(lambda: [][0])
attempt(lambda: 1 / 0)
attempt(lambda: int("x"))
attempt(lambda: None.foo)
attempt(lambda: undefined_name)
attempt(lambda: "a" + 1)
attempt(lambda: 10.0 ** 1000)
attempt(lambda: [].remove(1))
attempt(lambda: next(iter(())))
attempt(lambda: (_ for _ in ()).throw(OSError(2, "No such file")))
def reraise():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            print("seen")
            raise
    except ValueError as e:
        print("again", e)
reraise()
try:
    raise KeyError
except KeyError as e:
    print(repr(e), e.args, str(e) == "")
try:
    raise ValueError("a", 2)
except ValueError as e:
    print(e, e.args, repr(e))
for bad in (5, "text", int, None):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, 5):
        pass
except TypeError as e:
    print(e)
