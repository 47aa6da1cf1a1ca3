# except*: several handlers, leftovers, raising inside, naked exceptions.
def run(exc):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print("V", type(eg).__name__, eg.exceptions)
        except* (TypeError, KeyError) as eg:
            print("TK", eg.exceptions)
        else:
            print("else")
        finally:
            print("finally")
        print("done")
    except BaseException as e:
        print("left", repr(e))
run(ValueError("plain"))
run(ExceptionGroup("g", [ValueError(1), TypeError(2)]))
run(ExceptionGroup("g", [ValueError(1), OSError(2), ExceptionGroup("n", [KeyError(3), OSError(4)])]))
run(OSError("unmatched"))
run(ExceptionGroup("g", [OSError(1)]))
try:
    try: pass
    except* ValueError: print("no")
    else: print("else runs")
finally: print("end")
def raising():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("from V")
    except* TypeError as eg:
        raise
try:
    raising()
except BaseException as e:
    print(repr(e), [type(x).__name__ for x in e.exceptions], repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup: pass
except TypeError as e: print(e)
try:
    try: raise ValueError(1)
    except* 5: pass
except TypeError as e: print(e)
def f():
    for i in range(2):
        try: raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as e: print(i, e.exceptions)
    return "e" in locals()
print(f())
def nested():
    try:
        try: raise ExceptionGroup("o", [ValueError(1), TypeError(2)])
        except* ValueError: print("inner V")
    except* TypeError as e: print("outer T", e.exceptions, e.message)
nested()
