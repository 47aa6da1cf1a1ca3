# Iterator classes: separate iterators, exhausted iterators, infinite ones.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), list(c), [(a, b) for a in Countdown(2) for b in c], sum(c), max(c), sorted(c), 2 in c, dict(zip(c, "abc")))
it = iter(c)
print(next(it), list(it), list(it), next(it, "over"))
class Fib:
    def __init__(self, limit): self.a, self.b, self.limit = 0, 1, limit
    def __iter__(self): return self
    def __next__(self):
        if self.a > self.limit: raise StopIteration
        r, self.a, self.b = self.a, self.b, self.a + self.b
        return r
print([*Fib(50)], tuple(Fib(5)), *Fib(3))
x, y, *z = Fib(10)
print(x, y, z)
class Sentence:
    def __init__(self, t): self.w = t.split()
    def __getitem__(self, i): return self.w[i]
s = Sentence("the quick fox")
print(list(s), "fox" in s, [w.upper() for w in s], list(enumerate(s)), s[-1], list(map(len, s)))
class Grid:
    def __init__(self, w, h): self.w, self.h = w, h
    def __iter__(self):
        for y in range(self.h):
            for x in range(self.w):
                yield x, y
    def __len__(self): return self.w * self.h
print(list(Grid(2, 2)), len(Grid(3, 4)), {x + y for x, y in Grid(3, 3)})
