# `s += t` grows the string in place when the local has its only reference and it was never hashed; id() stays while the block has room.
# strategies: arena-pools
import sys, gc
def f():
    s = ''
    ids = []
    for i in range(60):
        s += 'ab'
        ids.append(id(s))
    first = {}
    return [first.setdefault(x, len(first)) for x in ids], len(s), s == 'ab' * 60
print(f()); print(f())
def g():
    s = 'q' * 3
    t = []
    for i in range(20):
        s = s + 'x'
        if i % 5 == 0: hash(s)
        if i % 7 == 0: t.append(s)
    print(s, t)
g()
def h(n):
    s = ''
    b = sys.getallocatedblocks()
    for i in range(n):
        s += 'é' if i % 3 else 'a'
        s += '\u1234' if i == 20 else ''
    d = sys.getallocatedblocks() - b
    print(len(s), sys.getsizeof(s), d)
for n in (5, 5, 30, 300, 3000): h(n)
def c():
    s = ''
    def inner(): return s
    same = 0
    for i in range(20):
        before = id(s)
        s += 'k'
        same += before == id(s)
    return same
print(c())
s = ''
n = 0
for i in range(30):
    b = id(s)
    s += 'y'
    n += b == id(s)
print(n)
def gen():
    s = 'a'
    for i in range(50):
        b = id(s)
        s += 'yy'
        yield b == id(s)
print(list(gen()))
def two():
    s = 'x' * 10; r = []
    for i in range(30):
        b = id(s)
        s = s + 'a' + 'b'
        r.append(b == id(s))
    for i in range(30):
        b = id(s)
        s += str(i)
        r.append(b == id(s))
    return r
print(two())
