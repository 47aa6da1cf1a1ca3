# memoryview: slicing without copies, writing through, formats, release.
b = bytearray(b"abcdefgh")
m = memoryview(b)
print(len(m), m[0], m[1:3].tobytes(), m[::-1].tobytes(), m.tolist()[:3], m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.readonly, m.contiguous, m.obj is b)
m[0] = ord("X")
m[1:3] = b"YZ"
print(b, bytes(m), m == b, m == b"XYZdefgh", m[2:] == b[2:], hash(memoryview(b"ab")) == hash(b"ab"), ord("X") in m, list(m[-2:]))
s = m[2:6]
s[0] = 33
print(b, s.tobytes(), s[1:].tobytes(), s.hex(), s.hex("-"))
for act in (lambda: m.__setitem__(0, 256), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m[99], lambda: b.append(1), lambda: memoryview("abc"), lambda: memoryview(b"ro").__setitem__(0, 1), lambda: hash(m), lambda: m["a"], lambda: memoryview([1]), lambda: m.__setitem__(0, b"a"), lambda: m.__delitem__(0)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
s.release()
m.release()
b.append(33)
print(b)
try:
    m[0]
except ValueError as e:
    print(e)
with memoryview(b"with") as w:
    print(w.tobytes())
c = memoryview(bytearray(8)).cast("I")
c[1] = 0x01020304
print(c.tolist(), c.itemsize, len(c), c.cast("B").tolist(), c.cast("B")[4:].cast("H").tolist())
import array
a = array.array("i", [1, 2, 3])
v = memoryview(a)
v[1] = 99
print(a, v.format, v.tolist(), v[::2].tolist(), v.toreadonly().readonly, memoryview(b"ab") == memoryview(bytearray(b"ab")))
