import pprint
from collections import ChainMap, UserDict, UserList, UserString
fox = 'the quick brown fox jumped over a lazy dog'
print(pprint.pformat(fox, width=19)); print(pprint.pformat({'a': 1, 'b': fox, 'c': 2}, width=25)); print(pprint.pformat([fox, fox * 3], width=40))
print(pprint.pformat(bytearray(b'abcdefghijklmnopqrstuvwxyz'), width=28)); print(pprint.pformat(b'abcdefghijklmnopqrstuvwxyz', width=20))
print(pprint.pformat(ChainMap({'the': 0, 'quick': 1, 'brown': 2, 'fox': 3, 'jumped': 4, 'over': 5, 'a': 6, 'lazy': 7, 'dog': 8}, {'x' * 30: 'y' * 60})))
print(pprint.pformat(UserDict(zip('abcdefgh', range(100000000, 100000008))), width=30), pprint.pformat(UserList(range(1000, 1030)), width=40, compact=True), pprint.pformat(UserString(fox), width=20), sep='\n')
print(pprint.pformat('line one is here\nline two is there and long\n', width=20)); print(pprint.pformat(['text ' * 30] * 2)); print(pprint.saferepr({2: 1, 1: [1]}), pprint.isreadable([1]), pprint.isrecursive([1]))
import copy, asyncio
async def co(): return 1
c = co()
try: c.send(None)
except StopIteration as e: print(e.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError('x'))):
    try: f()
    except RuntimeError as e: print(e)
c.close()
