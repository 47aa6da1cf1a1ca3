# How many arguments a built-in function takes, and in which order it looks at them.
import bisect, functools, heapq, operator


def tr(f, *args, **named):
    try:
        print(f(*args, **named))
    except Exception as e:
        print(type(e).__name__, e)


tr(memoryview, b"", 1)
tr(memoryview, b"", x=1)
tr(memoryview, object=1, x=1)
tr("".encode, 1, 2, 3)
tr("".encode, x=1, y=2, z=3)
tr(sum, 1, 2, 3)
tr("".expandtabs, 1, tabsize=3)
tr((1).to_bytes, 1, "big", 3)
tr((1).to_bytes, 1, "big", 3, 4)
tr(compile, 1)
tr(round, 1, 2, ndigits=3)
tr(bytes, "a", "b", "c", encoding="d")
tr(memoryview, objct=3)
for f, args in (heapq.heapify, ()), (heapq.heappop, (1, 2)), (operator.abs, ()), (operator.add, (1,)), (bisect.bisect, ()):
    tr(f, *args)
print(heapq.heappush.__module__, operator.add.__module__, bisect.bisect.__module__, functools.reduce.__module__, len.__self__.__name__)
for other in "a", 2.5, None, [1], b"b":
    for sequence in b"ab", bytearray(b"ab"), [1], (1,), "ab":
        tr(sequence.__mul__, other)
        tr(lambda: sequence * other)
tr(issubclass, 3, 4)
tr(issubclass, int, 4)
tr(isinstance, int, 4)
tr(b"abc".find, "a", "b")
tr(b"abc".count, "a", 0, None)
tr(b"abc".hex, "--", "x")
tr(b"abc".hex, bytes_per_sep="x")
for text in "%5%", "%(k)%", "%l%", "%%%d", "%.*d", "%*d", "%+.3%":
    for values in (), (7,), (2**70, 3), {"k": 1}:
        tr(text.__mod__, values)
        tr(text.encode().__mod__, {b"k": 1} if values == {"k": 1} else values)
import re
print(repr(re.compile("a").groupindex), repr(re.compile("(?P<x>a)(?P<y>b)").groupindex))
