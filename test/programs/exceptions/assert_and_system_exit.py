# assert, SystemExit and KeyboardInterrupt as ordinary objects.
def a(cond, *msg):
    try:
        if msg: assert cond, msg[0]
        else: assert cond
        print("passed")
    except AssertionError as e:
        print(repr(e), str(e), e.args)
a(True)
a(1, "unused")
a(0)
a([], "empty")
a(None, ("tuple", 1))
a(False, None)
a(False, ValueError("obj"))
try:
    assert (lambda: False)(), f"computed {1 + 1}"
except AssertionError as e:
    print(e)
for make in (lambda: SystemExit(), lambda: SystemExit(3), lambda: SystemExit("bye"), lambda: SystemExit(1, 2)):
    try:
        raise make()
    except Exception:
        print("never: not an Exception")
    except BaseException as e:
        print(type(e).__name__, e.code, e.args)
import sys
try:
    sys.exit("message")
except SystemExit as e:
    print("exit", e.code)
try:
    exit(4)
except SystemExit as e:
    print("exit", e.code)
try:
    raise KeyboardInterrupt
except BaseException as e:
    print(repr(e), isinstance(e, Exception))
try:
    raise GeneratorExit("x")
except BaseException as e:
    print(repr(e), isinstance(e, Exception))
print(__debug__)
