# A lesson on iterators and generators, step by step.
class Countdown:
    def __init__(self, start): self.start = start
    def __iter__(self): return CountdownIterator(self.start)
class CountdownIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), [x * 2 for x in Countdown(3)], sum(Countdown(4)))
def countdown(n):
    while n > 0:
        yield n
        n -= 1
    return "liftoff"
g = countdown(2)
print(next(g), next(g))
try: next(g)
except StopIteration as stop: print("value:", stop.value)
def running_average():
    total, count, avg = 0, 0, None
    while True:
        x = yield avg
        total, count = total + x, count + 1
        avg = total / count
r = running_average()
next(r)
print([r.send(x) for x in (10, 20, 60)])
def read(lines):
    for l in lines:
        print("read", l)
        yield l
def numbers(lines):
    for l in lines:
        if l.isdigit(): yield int(l)
def squares(ns):
    for n in ns:
        print("square", n)
        yield n * n
pipeline = squares(numbers(read(["1", "x", "3"])))
print("nothing has run yet")
print(list(pipeline))
def chain(*its):
    for it in its: yield from it
print(list(chain("ab", (1, 2), countdown(2))))
def tree(n): return None if n == 0 else (tree(n - 1), n, tree(n - 1))
def inorder(t):
    if t:
        yield from inorder(t[0])
        yield t[1]
        yield from inorder(t[2])
print(list(inorder(tree(3))))
squares_list = [x * x for x in range(5)]
squares_gen = (x * x for x in range(5))
print(squares_list, sum(squares_gen), sum(squares_gen))
def infinite():
    n = 0
    while True:
        yield n
        n += 1
from itertools import islice, takewhile
print(list(islice(infinite(), 5, 10)), list(takewhile(lambda n: n * n < 50, infinite())), next(n for n in infinite() if n * n > 200))
evens = (n for n in infinite() if n % 2 == 0)
print([next(evens) for _ in range(3)], dict(zip("abc", evens)))
