# array.array: typecodes, operations, errors, bytes.
from array import array, typecodes
a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
print(a, a[1], a[-1], a[1:3], len(a), a.typecode, a.itemsize, a.pop(), a.pop(0), a.index(3), a.count(2), a.tolist(), 3 in a)
a.remove(3)
a.reverse()
a[0] = 99
a[1:2] = array("i", [7, 8])
del a[0]
print(a, a + array("i", [1]), a * 2, a == array("i", [7, 8, 2, 1]), list(reversed(a)), array("i", [1]) < array("i", [2]), a.tobytes()[:4], a.buffer_info()[1])
print(array("d", [1.5, 2]), array("b", b"ab"), array("u", "hé"), array("B", bytes([1, 2])), array("f", [0.1])[0], array("q", [2**62]), array("i"), typecodes, [array(c).itemsize for c in "bBhHiIqQfd"], array("w", "😀a"))
f = array("h")
f.frombytes(b"\x01\0\x02\0")
f.fromlist([9])
print(f, f.tobytes(), array("i", (x * x for x in range(4))), array("i", array("b", [1])), sum(f), max(f), sorted(array("i", [3, 1])), a.byteswap(), array("u", "ab").tounicode())
for act in (lambda: array("i", ["x"]), lambda: array("i", [1.5]), lambda: array("b", [128]), lambda: array("B", [-1]), lambda: array("z"), lambda: array("i")[0], lambda: array("i").pop(), lambda: array("i", [1]) + [1], lambda: array("i", [1]) + array("d", [1]), lambda: array("i").remove(1), lambda: array("h").frombytes(b"abc"), lambda: array("i", "ab"), lambda: hash(array("i")), lambda: array("i", [1]).__setitem__(slice(0, 1), [1]), lambda: array(), lambda: array("ii"), lambda: array("i", [2**31]), lambda: array("i").index(1)):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
sieve = array("b", [1]) * 50
for i in range(2, 8):
    for j in range(i * i, 50, i): sieve[j] = 0
print([i for i in range(2, 50) if sieve[i]])
