import struct, array
print(struct.pack('<bBhHiIqQfd?c5s', -1, 255, -2, 65535, -3, 4294967295, -4, 2 ** 64 - 1, 1.5, 2.5, True, b'x', b'abc').hex(), struct.unpack('>3h', b'\x00\x01\x00\x02\xff\xff'), struct.calcsize('@bi'), struct.calcsize('=bi'), list(struct.iter_unpack('<H', b'\x01\x00\x02\x00')), struct.pack('3s', b'abcdef'), struct.pack('2x'), struct.pack('5p', b'abc'), struct.unpack('e', struct.pack('e', 1.5)), struct.pack('!I', 1), struct.Struct('hh').size, struct.Struct('hh').format)
b = bytearray(8)
struct.pack_into('<I', b, 2, 3735928559)
print(b, struct.unpack_from('<I', b, 2))
for f, a in (('b', 128), ('B', -1), ('h', 1.5), ('c', 'x'), ('s', 'x'), ('i', None), ('I', 2 ** 32), ('q', 2 ** 63), ('f', 'x'), ('?', []), ('zz', 1), ('2i', 1), ('', 1), ('f', 1e+300)):
    try:
        print(f, struct.pack(f, a))
    except Exception as e:
        print(f, type(e).__name__, e)
a = array.array('i', [1, 2, 3])
a.append(4)
a.extend([5])
a.insert(0, 0)
print(a, a[1], a[1:3], a.tolist(), a.pop(), len(a), a.index(3), a.count(2), a * 2, a + a, a == array.array('i', [0, 1, 2, 3, 4]), a.typecode, 3 in a, list(reversed(a)), a.tobytes()[:8], sum(a), array.array('d', [1.5]), array.array('u', 'hi') if False else array.array('w', 'hi'), array.array('B', b'ab'), array.array('i').itemsize)
a.remove(2)
a.reverse()
a[0] = 9
a[1:2] = array.array('i', [7, 7])
del a[0]
a.byteswap()
print(a)
x = array.array('h')
x.frombytes(b'\x01\x00\x02\x00')
print(x, x.buffer_info()[1])
x.fromlist([5])
print(x, memoryview(x).tolist())
for e in ("array.array('i', 'x')", "array.array('b', [300])", "array.array('x')", "a.append('x')", 'a.append(2**40)', 'a + [1]', 'a[0] = 1.5', "array.array('d', ['x'])", 'a[99]', "a.fromlist(['x'])", "array.array('B', [-1])", 'a < 5', 'hash(a)'):
    try:
        print(e, eval(e) if '=' not in e.split('(')[0] else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
