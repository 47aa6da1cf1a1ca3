# Typed arrays in use.
from array import array
a = array("i", range(5))
a[2] = 10
a.append(7)
print(a, list(a), sum(a), a[1:4], a.typecode, len(a), 10 in a, a.index(10))
f = array("d", [0.5] * 3)
f[0] += 1
print(f, max(f), array("B", b"hi").tolist(), a.tobytes()[:8])
try: a.append(2 ** 40)
except OverflowError as e: print(e)
try: a[0] = "x"
except TypeError as e: print(e)
