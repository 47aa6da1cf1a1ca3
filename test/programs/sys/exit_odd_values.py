# True is the code 1; None and 0 are success; nested SystemExit in an except clause.
import sys
for value in (None, 0, False, 5, "x", (1, 2), 2.5):
    try:
        sys.exit(value)
    except SystemExit as e:
        print(repr(e.code), e.args)
try:
    1 / 0
except ZeroDivisionError:
    raise SystemExit(True)
