a = [3,1,2]
cases = r'''a[5]
a['x']
a[1.0]
a[None:2.5]
a.pop(10)
[].pop()
a.remove(99)
a.index(99)
a.index(1, 2)
a + 1
a + (1,)
a * 1.5
a * 'x'
1.5 * a
a < 3
[1] < ['a']
sorted([1,'a'])
a.sort(1)
a.insert(1)
a.extend(1)
list(1)
list(1,2)
[].sort(key=1)
a.append()
a.append(1,2)
a[::0]
min([])
max()
min(1)
sum(['a'])
sum('ab')
sum([[1]], [])
sum([b'a'], b'')
sum([bytearray()], bytearray())
sum(['a'], '')
range(1.0)
range()
range(1,2,0)
range(1,2,3,4)
enumerate()
zip(1)
zip([1],[2,3],strict=True)
zip([1,2],[2],strict=True)
list(zip([1],[2,3],strict=True))
list(zip([1,2],[2],strict=True))
map()
map(1)
list(map(1, [2]))
filter(None)
reversed({1})
reversed(5)
iter(5)
iter(5, 5)
next(5)
len(5)
abs('x')
round('x')
round(1.5, 'x')
chr(-1)
chr(1114112)
chr('a')
ord('ab')
ord(5)
ord(b'ab')
int('x')
int('1_')
int('0x', 16)
int(None)
int('5', 99)
int(5, 10)
int([])
float('abc')
float(None)
float('')
complex('1 + 2j')
complex('1', 2)
complex(1, '2')
complex([])
bool(1,2)
str(b'x', 5)
str(1, 'utf8')
bytes('x')
bytes([256])
bytes(-1)
bytes([None])
bytearray('x')
divmod(1, 0)
divmod(1.0, 0)
divmod('a', 1)
1 % 0
1 // 0
1.0 // 0
1.0 % 0
1j / 0
0 ** -1
0.0 ** -1
0j ** -1
pow(2, -1, 4)
pow(2, 3, 0)
pow(2.0, 3, 4)
pow('a', 2)
2 << -1
1 << 1.0
~1.0
-'x'
+[]
isinstance(1, 1)
isinstance(1, (int, 1))
issubclass(1, int)
issubclass(int, 1)
getattr(1)
getattr(1, 'x')
getattr(1, 1)
setattr(1, 'x', 1)
setattr(1, 'real', 1)
delattr(1, 'real')
hasattr(1, 1)
callable()
hash([])
hash(([],))
id()
vars(1)
dir(1,2)
type(1,2)
type('X', 1, {})
type('X', (1,), {})
type('X', (int, str), {})
type('X', (bool,), {})
type('X', (), 5)
super()
object(1)
print(1, foo=2)
print(1, sep=3)
print(1, end=b'')
print(1, file=5)
input(1,2,3)
eval('1 +')
eval('a b')
eval(5)
exec(1)
compile('1', 'f', 'foo')
compile('x = ', 'f', 'exec')
format(1, 'z')
format('a', 'd')
format(1, '5.2')
format(1.5, 'x')
format('a', '=5')
format([], '5')
format(1, 2)
format(1, ',_')
format('a', ',')
format(1, '.')
format(3, 'c') == chr(3)
format(-1, 'c')
format(1, '#s')
format('x', '+')
format(1.5, ',.2f')
format(1j, '=5')
format(None, 'd')
format(True, 'd')
'{}'.format()
'{0} {}'.format(1, 2)
'{} {0}'.format(1, 2)
'{a}'.format()
'{'.format(1)
'}'.format(1)
'{0.x}'.format(1)
'{0[x]}'.format({})
'{0[1]}'.format([])
'{!z}'.format(1)
'{:{}}'.format(1)
'{0!}'.format(1)
'{:d}'.format('x')
'%d' % 'x'
'%d %d' % 1
'%d' % (1, 2)
'%(a)s' % 1
'%(a)s' % {}
'%(a' % {}
'%z' % 1
'%' % 1
'%c' % 'ab'
'%c' % -1
'%c' % 1.5
'%x' % 1.5
'%s' % ()
'%*d' % ('a', 1)
'%.*f' % (2, 3.14159)
'a' + 1
1 + 'a'
'a' * 'b'
'a'.join([1])
'a'.join(1)
'a'.split('')
'a'.split(1)
'a'.replace('a')
'a'.replace(1, 2)
'a'.index('b')
'a'.center('x')
'a'.center(5, 'xx')
'a'.encode('nope')
'a'.startswith(1)
'a'.startswith([1])
'a'.strip(1)
'a'.translate()
'a'.maketrans('a')
'a'.maketrans('a', 'bc')
'a'.zfill('1')
'a'.ljust(3, '')
'a'.partition('')
'a'.count()
'a'.find(1)
'a' in 1
1 in 'a'
b'\xff'.decode('utf8')
'\xff'.encode('ascii')
'\ud800'.encode('utf8')
b'a' + 'a'
b'a'.join(['a'])
b'a'[5]
'a'[5]
'a'['b']
(1,)[5]
(1,) + [1]
() < 1
{1} + {2}
{1} < [1]
{[]}
set(1)
{1}.remove(2)
set().pop()
{1}.add([])
frozenset(1,2)
slice()
slice(1,2,3,4)
[1,2,3][slice(1)]
memoryview(1)
memoryview(b'ab')[5]
property(1,2,3,4,5)
staticmethod()
classmethod()
(lambda: x)()
(lambda x: x)()
(lambda x: x)(1, 2)
(lambda x: x)(y=1)
(lambda x, y=1: x)(1, x=2)
(lambda *, a: a)()
(lambda *, a, b: a)()
(lambda a, b, c: a)()
(lambda a, b, c, d: a)()
(lambda a, b: a)(1, 2, 3)
(lambda a, b=2: a)(1, 2, 3)
(lambda: 0)(1)
(lambda a, *, k: 0)(1, 2)
(lambda a, *, k=1: 0)(1, 2)
(lambda a, /: a)(a=1)
(lambda a, b, /: a)(1, b=1)
(lambda **k: k)(1)
(lambda *a: a)(**{1: 2})
(lambda *a: a)(*1)
(lambda **a: a)(**1)
(lambda value: 0)(vlaue=1)
dict(a=1, **{'a': 2})
print(*1)
print(**1)
None()
None.x
None[0]
None[0:1]
1()
'a'()
1 in 1
None + 1
None < None
[] @ []
int.x
int.__new__()
int.__new__(str)
object.__new__(int)
object.__new__()
str.join()
str.join(1, 2)
list.append(1, 2)
list.append()
dict.get({}, 1, 2, 3)
int.from_bytes([256], 'big')
int.from_bytes(b'a', 'x')
(256).to_bytes(1, 'big')
(-1).to_bytes(1, 'big')
float.fromhex('x')
float('inf').as_integer_ratio()
int(float('nan'))
int(float('inf'))
round(float('inf'))
round(float('nan'))
__import__('nope')
__import__('')
undefined_name
prnit
lenn
Ellipsis.x
not NotImplemented
"abc".foo
"abc".uper
[].appendd
{}.key
(1).nume
(x for x in 5)
[x for x in 5]
[*5]
{**5}
{*5}
{1: 2, **[1]}
max(1, 'a')
max([1, 'a'])
max([], default=3)
max(1, 2, default=3)
max(1, 2, key=5)
min([1], key=lambda: 0)
sorted([3,1], reverse='x')
sorted([3,1], key=5)
sorted(5)
sorted()
all(5)
any()
bin(1.5)
hex('a')
oct(None)
open()
globals(1)
locals(1)
repr()
ascii()
hash()
pow(1)
round()
abs()
abs(1, 2)
chr()
bool.x
bool(a=1)
int(a=1)
int(x=1)
float(x=1)
str(foo=1)
list(a=1)
tuple(a=1)
enumerate([1], start='a')
enumerate([1], 1, 2)
zip([], foo=1)
isinstance(1)
issubclass(int)
issubclass(int, list[int])
isinstance([], list[int])
list[int]()
int[str]
list[int][str]
dict[str, int]
type[int]
tuple[int, ...]
int | str
int | 5
int | None
None | int
None | None
type('A', (), {})() + 1
type('A', (), {})() < type('B', (), {})()
type('A', (), {})()[0]
len(type('A', (), {})())
iter(type('A', (), {})())
type('A', (), {'__len__': lambda s: -1})().__len__()
len(type('A', (), {'__len__': lambda s: -1})())
len(type('A', (), {'__len__': lambda s: 'a'})())
bool(type('A', (), {'__bool__': lambda s: 5})())
str(type('A', (), {'__str__': lambda s: 5})())
repr(type('A', (), {'__repr__': lambda s: 5})())
hash(type('A', (), {'__hash__': lambda s: 'a'})())
int(type('A', (), {'__int__': lambda s: 'a'})())
float(type('A', (), {'__float__': lambda s: 1})())
[1][type('A', (), {'__index__': lambda s: 'a'})()]
list(type('A', (), {'__iter__': lambda s: 5})())
format(type('A', (), {'__format__': lambda s, f: 5})())
next(type('A', (), {'__next__': lambda s: 5})())
type('A', (), {'__call__': 5})()()
dir(type('A', (), {'__dir__': lambda s: 5})())
complex(type('A', (), {'__complex__': lambda s: 5})())
round(type('A', (), {'__round__': lambda s: 5})())
bytes(type('A', (), {'__bytes__': lambda s: 5})())
reversed(type('A', (), {'__reversed__': lambda s: 5})())
1 if type('A', (), {'__len__': lambda s: 2})() else 0
type('A', (), {'__getattr__': lambda s, n: n})().foo
type('A', (), {'__contains__': lambda s, n: 5})().__contains__(1)
5 in type('A', (), {'__contains__': lambda s, n: 5})()
5 in type('A', (), {'__iter__': lambda s: iter([5])})()
5 in type('A', (), {'__getitem__': lambda s, i: [1,5][i]})()
5 in type('A', (), {})()
with_'''.split('\n')
for c in cases:
    try:
        r = eval(c)
        if not callable(r) and ' at 0x' not in repr(r): print(c, '->', r)
    except BaseException as e:
        print(c, '!!', type(e).__name__, '|', e)
