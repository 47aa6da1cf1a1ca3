# Exceptions that cannot be raised go to sys.stderr, without markers and causes.
# tier: B
import gc
import io
import re
import sys


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        x = [1, 2]
        return x[self.n] + 1 / (self.n - 1)


class C:
    def __del__(self): raise RuntimeError("in a cycle")


def g():
    try:
        yield 1
    finally:
        print("finally")
        {}["k"]


sys.stderr = io.StringIO()
d = D(5)
del d
gc.collect()
d = D(1)
del d
gc.collect()
it = g()
next(it)
del it
gc.collect()
c = C()
c.c = c
del c
gc.collect()
text = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
text = re.sub(r"0x[0-9a-f]+", "ADDRESS", text)
print(re.sub(r'File ".*?([^/"]+)"', r'File "\1"', text))
