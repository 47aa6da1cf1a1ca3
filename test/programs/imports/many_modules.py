import sys, time, gc, weakref, copy, operator, string, textwrap, pprint, statistics, fractions, decimal, heapq, bisect, struct, json, io
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.argv[1:], sys.flags.optimize, sys.implementation.name, sys.hexversion >> 24, sys.float_info.dig, sys.int_info.bits_per_digit)
print(fractions.Fraction(3, 6) + 1, decimal.Decimal('1.1') + decimal.Decimal('2.2'), statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3]), statistics.mode('aab'), heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 3, 5], 3), struct.pack('<IhB', 1, -2, 3), struct.unpack('>HH', b'\x00\x01\x00\x02'), struct.calcsize('iq'), json.dumps({'a': [1, None, True, 1.5, 'é']}), json.loads('{"x": [1, 2.5, null, "\\u00e9"]}'))
print(textwrap.fill('the quick brown fox jumps over the lazy dog', 20), textwrap.dedent('  a\n    b\n  c'), textwrap.indent('a\nb', '> '), textwrap.shorten('hello big world', 11), sep='\n')
pprint.pprint({'key' + str(i): list(range(i)) for i in range(12)})
pprint.pprint([1, (2, 3), {'a': {'b': [1] * 30}}], width=40)
f = io.StringIO('l1\nl2\n')
print(f.readline(), f.read(), f.tell(), f.seek(0), f.readlines(), list(io.StringIO('a\nb')))
b = io.BytesIO(b'abc')
print(b.read(2), b.getvalue(), b.write(b'xy'), b.getvalue())
print('x', file=(o := io.StringIO()), end='')
print(repr(o.getvalue()))
sys.stdout.write('written\n')
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('x'), operator.add(1, 2), operator.contains([1], 1), operator.mul('a', 3))
l = [1, [2, 3]]
c = copy.copy(l)
d = copy.deepcopy(l)
l[1].append(4)
print(c, d)
class_ = type('C', (), {'__init__': lambda s: setattr(s, 'x', [1])})
o = class_()
o2 = copy.deepcopy(o)
o.x.append(2)
print(o2.x)
a = []
a.append(a)
b = copy.deepcopy(a)
print(b[0] is b)
r = weakref.ref(o)
print(r() is o)
del o
gc.collect()
print(r())
wd = weakref.WeakValueDictionary()
k = class_()
wd['k'] = k
print(len(wd))
del k
gc.collect()
print(len(wd))
print(json.dumps({'b': 1, 'a': [1, 2]}, indent=2, sort_keys=True), json.dumps([1, 2], separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4}))



class Enc(json.JSONEncoder):

    def default(self, o):
        return {'set': sorted(o)} if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {2, 1}}, cls=Enc), json.loads('[1]', parse_int=float), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
