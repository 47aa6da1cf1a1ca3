import sys
cases = r'''del a[5]
a = 1; a[0] = 1
a = 'x'; a[0] = 'y'
a = (1,); a[0] = 2
a = (1,); del a[0]
a = [1]; a['x'] = 1
a = [1]; a[0:1] = 5
a = [1,2,3]; a[::2] = [1]
a = {}; del a['q']
a = b'x'; a[0] = 1
a = bytearray(b'x'); a[0] = 300
a = range(3); a[0] = 1
a = {1}; a[0]
a = {1}; del a[0]
None.x = 1
del None.x
(1).x = 1
int.x = 1
len.x = 1
a = object(); a.x = 1
a = lambda: 0; del a.__code__
a, b = 1
a, b = 1, 2, 3
a, *b, c = 1,
a, b = {1}
[a, b] = 'x'
a, b = iter([1])
(a, b), c = 1, 2
for a, b in [1]: pass
for i in 5: pass
for i in None: pass
with 5: pass
with open: pass
with type('A', (), {'__enter__': lambda s: 1})(): pass
raise 5
raise int
raise ValueError from 5
raise
raise type('E', (Exception,), {'__init__': lambda s: None})(1)
assert 0
assert 0, 'msg'
assert 0, (1, 2)
import nope
import nope.sub
import sys.nope
from sys import nope
from . import x
from .x import y
import collectoins
global x; x += 1
del undefined
undefined += 1
def f(): f.x = y\nf()
def f(x): return f(x + 1)\nf(1)
def f(): x += 1\nf()
def f(): del x; x = 1\nf()
def f(): return x; x = 1\nf()
def f():\n  for x in []: pass\n  return x\nf()
def f(a, b): pass\nf(1)
def f(a, b): pass\nf(b=1)
def f(a, b): pass\nf(1, 2, 3)
def f(a, b): pass\nf(1, 2, c=3)
def f(a, *, b): pass\nf(1, 2)
def f(a, *, b): pass\nf(1)
def f(*args, b): pass\nf()
def f(a, b=1, /, c=2, *, d): pass\nf()
def f(a, b=1, /, c=2, *, d): pass\nf(1, b=2, d=3)
class A: pass\nA(1)
class A: pass\nA().x
class A: pass\nA.x
class A: pass\ndel A().x
class A:\n  def f(): pass\nA().f()
class A:\n  def f(self): pass\nA.f()
class A:\n  def f(self): pass\nA().f(1, 2)
class A:\n  def __init__(self, x): pass\nA()
class A:\n  def __init__(self, x): pass\nA(1, 2)
class A:\n  def __init__(self): return 5\nA()
class A:\n  def __new__(cls): return 5\nprint(A())
class A:\n  __slots__ = ['x']\nA().y = 1
class A:\n  __slots__ = ['x']\nA().x
class A:\n  __slots__ = ['x']\n  x = 1
class A:\n  __slots__ = [1]
class A:\n  __slots__ = ['a b']
class A(int):\n  __slots__ = ['x']
class A:\n  @property\n  def p(self): return 1\nA().p = 2
class A:\n  @property\n  def p(self): return 1\ndel A().p
class A:\n  p = property()\nA().p
class A(1): pass
class A(None): pass
class A(int, object, int): pass
class A(object, int): pass
class A(int, str): pass
class A(bool): pass
class A(type(None)): pass
class A(type(lambda: 0)): pass
class A(range): pass
class A(slice): pass
class A(metaclass=5): pass
class A(foo=1): pass
class A(*5): pass
class A(**5): pass
class A:\n  def __init_subclass__(cls, x): pass\nclass B(A): pass
class A:\n  def __set_name__(self, o, n): raise ValueError('sn')\nclass B:\n  a = A()
class A:\n  def __eq__(self, o): return True\nhash(A())
class A:\n  def __iter__(self): return self\nlist(A())
class A:\n  def __enter__(self): pass\nwith A(): pass
class A:\n  def __exit__(self, *a): pass\nwith A(): pass
class A:\n  def __bool__(self): return 'x'\nif A(): pass
class A:\n  def __add__(self, o): return NotImplemented\nA() + 1
class A:\n  def __iadd__(self, o): return NotImplemented\na = A(); a += 1
class A:\n  def __lt__(self, o): return NotImplemented\nA() < A()
class A:\n  def __repr__(self): raise ValueError('r')\nprint([A()])
class A:\n  def __hash__(self): raise ValueError('h')\n{A(): 1}
class A:\n  def __getitem__(self, i): raise ValueError(i)\nlist(A())
class A:\n  def __len__(self): raise ValueError('l')\nlist(A())
class A:\n  def __index__(self): raise ValueError('i')\n[1][A()]
import abc\nclass A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\nA()
import abc\nclass A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\n  @abc.abstractmethod\n  def g(self): pass\nA()
import enum\nclass E(enum.Enum):\n  A = 1\nE(5)
import enum\nclass E(enum.Enum):\n  A = 1\nE['q']
import enum\nclass E(enum.Enum):\n  A = 1\nE.A = 2
import enum\nclass E(enum.Enum):\n  A = 1\nE.q
import enum\nclass E(enum.Enum):\n  A = 1\nclass F(E): pass
import enum\nclass E(enum.Enum):\n  A = 1\n  A = 2
from dataclasses import dataclass\n@dataclass\nclass D:\n  a: int = 1\n  b: int
from dataclasses import dataclass\n@dataclass\nclass D:\n  a: list = []
from dataclasses import dataclass\n@dataclass\nclass D:\n  a: int\nD()
from dataclasses import dataclass\n@dataclass(frozen=True)\nclass D:\n  a: int\nD(1).a = 2
from dataclasses import dataclass\n@dataclass(order=True)\nclass D:\n  a: int\nD(1) < 5
from collections import namedtuple\nnamedtuple('A', 'x y')(1)
from collections import namedtuple\nnamedtuple('A', 'x x')
from collections import namedtuple\nnamedtuple('A', 'def')
from collections import namedtuple\nnamedtuple('A', 'x')(1).x = 2
from collections import namedtuple\nnamedtuple('A', 'x')(1)._replace(y=2)
from collections import deque\ndeque()[0]
from collections import deque\ndeque().pop()
from collections import deque\ndeque(maxlen=-1)
from collections import deque\nd = deque([1,2])\nfor x in d: d.append(1)
from collections import Counter\nCounter(1)
from collections import OrderedDict\nOrderedDict().popitem()
from collections import OrderedDict\nOrderedDict().move_to_end('x')
from collections import defaultdict\ndefaultdict(5)
from collections import defaultdict\ndefaultdict()['x']
from collections import ChainMap\nChainMap()['x']
import re\nre.compile('(')
import re\nre.compile('[')
import re\nre.compile('*')
import re\nre.compile('a{2,1}')
import re\nre.compile('(?P<n>a)(?P<n>b)')
import re\nre.compile('(?<=a+)b')
import re\nre.compile('\\\\')
import re\nre.match('a', 5)
import re\nre.match('a', b'a')
import re\nre.match('a', 'a').group(1)
import re\nre.match('a', 'a')['q']
import json\njson.loads('{')
import json\njson.loads('[1,]')
import json\njson.loads('{"a" 1}')
import json\njson.loads('nul')
import json\njson.loads('')
import json\njson.loads('"\\n"')
import json\njson.loads(5)
import json\njson.dumps({1,2})
import json\njson.dumps({(1,2): 3})
import json\na = []; a.append(a); json.dumps(a)
import json\njson.dumps(float('nan'), allow_nan=False)
import struct\nstruct.pack('i', 'a')
import struct\nstruct.pack('i')
import struct\nstruct.pack('B', 300)
import struct\nstruct.unpack('i', b'a')
import struct\nstruct.pack('z', 1)
import math\nmath.sqrt(-1)
import math\nmath.log(0)
import math\nmath.factorial(-1)
import math\nmath.factorial(1.5)
import math\nmath.exp(1000)
import math\nmath.floor('a')
import math\nmath.sqrt('a')
import math\nmath.gcd(1.5, 2)
import math\nmath.comb(-1, 2)
import math\nmath.isqrt(-1)
import math\nmath.acos(2)
import math\nmath.fmod(1, 0)
import math\nmath.pow(0, -1)
import math\nmath.nope
import random\nrandom.choice([])
import random\nrandom.sample([1], 2)
import random\nrandom.randint(5, 1)
import random\nrandom.randrange(0)
import random\nrandom.choices([], k=1)
import random\nrandom.shuffle((1,2))
import itertools\nitertools.islice([1], -1)
import itertools\nitertools.product([1], repeat=-1)
import itertools\nitertools.permutations([1], -1)
import itertools\nitertools.count('a')
import itertools\nitertools.chain(5).__next__()
import itertools\nitertools.combinations([1])
import itertools\nlist(itertools.batched([1], 0))
import functools\nfunctools.reduce(lambda a, b: a, [])
import functools\nfunctools.partial()
import functools\nfunctools.partial(5)
import functools\nfunctools.lru_cache(5)([])
import operator\noperator.itemgetter(1)([])
import operator\noperator.attrgetter('x')(1)
import operator\noperator.attrgetter(1)
import operator\noperator.itemgetter()
import heapq\nheapq.heappop([])
import heapq\nheapq.heappush((), 1)
import heapq\nheapq.nlargest('a', [])
import bisect\nbisect.bisect([1], 'a')
import bisect\nbisect.insort([1], 2, -1)
import string\nstring.Template('$x').substitute()
import string\nstring.Template('$').substitute()
import copy\ncopy.copy()
import copy\ncopy.deepcopy((x for x in []))
import array\narray.array('i', [1.5])
import array\narray.array('b', [300])
import array\narray.array('z')
import fractions\nfractions.Fraction(1, 0)
import fractions\nfractions.Fraction('x')
import decimal\ndecimal.Decimal('x')
import decimal\ndecimal.Decimal(1) / 0
import datetime\ndatetime.date(2020, 13, 1)
import datetime\ndatetime.date(2021, 2, 29)
import datetime\ndatetime.datetime.strptime('x', '%Y')
import statistics\nstatistics.mean([])
import statistics\nstatistics.mode([])
import textwrap\ntextwrap.wrap('a', 0)
import weakref\nweakref.ref(5)
import weakref\nweakref.ref([])
import contextlib\nwith contextlib.suppress(5): 1/0
import contextlib\n@contextlib.contextmanager\ndef f(): pass\nwith f(): pass
import contextlib\n@contextlib.contextmanager\ndef f():\n  yield\n  yield\nwith f(): pass
import typing\ntyping.List[int]()
import typing\ntyping.Union[()]
import typing\ntyping.Optional[int, str]
import typing\nisinstance(1, typing.List[int])
import typing\ntyping.NewType('A', int).x
import typing\nclass P(typing.Protocol):\n  def f(self): ...\nP()
import typing\nclass P(typing.Protocol):\n  def f(self): ...\nisinstance(1, P)
import asyncio\nasyncio.run(5)
import asyncio\nasyncio.sleep()
import asyncio\nasync def f(): await 5\nasyncio.run(f())
import asyncio\nasync def f(): await asyncio.wait_for(asyncio.sleep(5), 1)\nasyncio.run(f())
import asyncio\nasync def f():\n  async with 5: pass\nasyncio.run(f())
import asyncio\nasync def f():\n  async for x in [1]: pass\nasyncio.run(f())
import asyncio\nasyncio.get_running_loop()
def g(): yield 1\ng().send(1)
def g(): yield 1\nnext(g(), 1, 2)
def g():\n  yield\n  raise StopIteration\nlist(g())
def g(): yield 1\ng()[0]
def g(): yield 1\nlen(g())
def g(): yield from 5\nlist(g())
match 5:\n  case int(x, y): pass
class A:\n  __match_args__ = 5\nmatch A():\n  case A(x): pass
class A:\n  __match_args__ = ('x', 'x')\n  x = 1\nmatch A():\n  case A(1, x=1): pass
match 5:\n  case (lambda: 0): pass
print(f'{5:z}')
print(f'{"a":d}')
print(f'{undefined}')
print('%s %s' % (1,))
print('abc' 'def'[10])
x: int = y
type X = undefined\nX.__value__
def f[T: undefined](x): pass\nf.__type_params__[0].__bound__
sys.exit([1])
sys.exit(5, 6)
sys.setrecursionlimit(0)
sys.setrecursionlimit('a')
sys.intern(5)
sys.getsizeof()
exec('x = (')
exec('if 1:\\nx')
exec('  x = 1')
exec('x = 1\\n  y = 2')
exec('for')
exec('x = 5 +')
exec('print "a"')
exec('a = b = ')
exec('1 = x')
exec('f() = 1')
exec('x + 1 = 2')
exec('class')
exec('import')
exec('try: pass')
exec('else: pass')
exec('a b')
exec('"abc')
exec('(1, 2')
exec('[1, 2)')
exec('lambda x: yield')
exec('f(a=1, 2)')
exec('f(**a, *b)')
exec('def f(a=1, b): pass')
exec('x = 0777')
exec('x = 1__0')
exec('x = $')
exec('if x = 1: pass')
exec('{1: 2, 3}')
exec('from x import *, y')
exec('del f()')
exec('a, b += 1')
exec('def f():\\n  global x\\n  x: int = 1')
exec('x = [i for i in range(5) if i else 2]')
exec('while True print(1)')
exec('elif x: pass')
exec('except: pass')'''.split('\n')
for c in cases:
    src = c.replace('\\n', '\n').replace('\\\\', '\\')
    try:
        exec(src, {'sys': sys, '__name__': 'm'})
        print(repr(c), 'ok')
    except BaseException as e:
        extra = (e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset) if isinstance(e, SyntaxError) else ''
        print(repr(c), '!!', type(e).__name__, '|', str(e)[:200], '|', extra)
