# Producers, filters, consumers.
def count(n=0):
    while True:
        yield n
        n += 1
def take(n, it):
    for _, x in zip(range(n), it):
        yield x
def where(p, it):
    for x in it:
        if p(x): yield x
def pairwise(it):
    it = iter(it)
    prev = next(it, None)
    for x in it:
        yield prev, x
        prev = x
def primes():
    def sieve(it):
        p = next(it)
        yield p
        yield from sieve(where(lambda x: x % p, it))
    return sieve(count(2))
print(list(take(15, primes())), list(pairwise("abcd")), list(take(3, where(lambda x: x % 7 == 0, count(1)))), list(pairwise([])))
def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start
@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line: target.send(line)
@coroutine
def collect(out):
    while True:
        out.append((yield))
@coroutine
def broadcast(*targets):
    while True:
        x = yield
        for t in targets: t.send(x)
a, b = [], []
hub = broadcast(grep("py", collect(a)), grep("x", collect(b)))
for line in ("python", "xylo", "pyx", "none"):
    hub.send(line)
print(a, b)
def round_robin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print("".join(round_robin("abc", "1", "xy")))
def scheduler(tasks):
    out, queue = [], [(n, t) for n, t in tasks.items()]
    while queue:
        name, task = queue.pop(0)
        try:
            out.append((name, next(task)))
            queue.append((name, task))
        except StopIteration as stop:
            out.append((name, "done", stop.value))
    return out
def task(n):
    for i in range(n): yield i
    return n * n
print(scheduler({"a": task(2), "b": task(1), "c": task(0)}))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(take(12, fib())), next(x for x in fib() if x > 1000), sum(take(10, where(lambda x: x % 2 == 0, fib()))))
def permutations(xs, chosen=()):
    if not xs: yield chosen
    for i, x in enumerate(xs):
        yield from permutations(xs[:i] + xs[i + 1:], chosen + (x,))
print(["".join(p) for p in permutations("abc")])
