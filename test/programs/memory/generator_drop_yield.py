# tier: C
# A generator that yields while being dropped is reported; one that raises too.
import sys
sys.unraisablehook = lambda i: print("unraisable", repr(i.exc_value), i.object.__name__)
def stubborn():
    try:
        yield 1
    finally:
        yield 2
g = stubborn()
next(g)
del g
print("after")
def angry():
    try:
        yield 1
    finally:
        raise ValueError("angry")
g = angry()
next(g)
del g
print("end")
