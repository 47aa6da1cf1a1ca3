print(memoryview(b'abcdef')[1:4].tobytes(), memoryview(bytearray(4)).cast('I').tolist(), memoryview(b'abcd').cast('H').shape, memoryview(b'ab') == b'ab', hash(memoryview(b'ab')) == hash(b'ab'), memoryview(b'abc')[::-1].tolist(), memoryview(b'abcd').cast('B', (2, 2)).tolist(), list(memoryview(b'ab')), memoryview(b'abc').index(98) if hasattr(memoryview, 'index') else '', b'x' in [memoryview(b'x')])
m = memoryview(bytearray(b'hello'))
m[0] = 74
m[1:3] = b'EL'
print(m.obj, m.tobytes().decode(), len(m), m.readonly, m.c_contiguous, m.toreadonly().readonly)
for e in ("m['a']", 'm[9]', 'm[0] = 300', "m[0:2] = b'x'", "memoryview(b'a')[0] = 1", "memoryview('x')", "m.cast('I')", 'del m[0]', 'm + m', 'm < m', 'hash(m)', "memoryview(b'ab').cast('z')", "m[0] = 'x'"):
    try:
        exec(e)
        print(e, 'ok')
    except Exception as x:
        print(e, type(x).__name__, x)
print(slice(1, 10, 2).indices(5), slice(None), slice(1, 2) == slice(1, 2), slice(5).stop, hash(slice(1, 2)) == hash(slice(1, 2)), [1, 2, 3][slice(None, None, -1)], range(10)[2:8:3], range(5, 0, -2)[-1], list(range(10)[::-3]), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)), range(10).index(5), range(0, 10, 3).count(6), 5 in range(0, 10, 2), len(range(-5, 5)), range(10)[100:], repr(range(1, 5, 2)), range(10 ** 20)[10 ** 19], len(range(0, 10 ** 15, 7)), 2 ** 70 in range(2 ** 71), max(range(5)), sum(range(101)), bool(range(0)), list(reversed(range(0, 10, 3))), range(5).start, iter(range(3)).__length_hint__())
print(enumerate('ab').__next__(), list(enumerate('ab', 5)), list(zip('ab', [1, 2], (True, False))), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, '', 'a'])), any([]), all([]), sum([[1], [2]], []), min('b', 'a'), max([1, 5, 3], key=lambda x: -x), divmod(17, 5), round(2.567, 2), pow(2, 5, 7), abs(-3 + 4j), list(reversed('abc')), sorted('bac', reverse=True), isinstance(1, (str, int)), callable(print), chr(8364), ord('€'), hex(-255), ascii('é'), repr('x'), hash('') == hash(''), id(5) == id(5), type(5), vars(type('A', (), {'x': 1}))['x'], dir([])[:2], eval('1+1'), compile('1', '', 'eval').co_name, format(5, '03d'), len('abc'), iter([1]).__next__(), next(iter([]), 'd'), input if 0 else '', bin(5), bool([]), float('1.5'), int('7'), str(5), list('ab'), tuple([1]), set([1]), dict(a=1), frozenset([1]), complex(1, 2), bytes([65]), bytearray(b'a'), object() is not None, type(super), slice(3), staticmethod, property().fget, zip().__class__, map(str, []).__class__, print(''))
