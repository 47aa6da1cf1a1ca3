# Generator functions: lazy start, return value, exhaustion, attributes.
def g(n):
    print("start")
    for i in range(n):
        print("before", i)
        yield i
        print("after", i)
    print("end")
    return "result"
it = g(2)
print("made", type(it).__name__, it.__name__, it.gi_frame is not None, it.gi_running)
print(next(it), next(it))
try:
    next(it)
except StopIteration as stop:
    print("value", stop.value, stop.args)
print(next(it, "default"), it.gi_frame, list(it))
def empty():
    return
    yield
print(list(empty()), list(g(1)))
def early(flag):
    yield 1
    if flag:
        return
    yield 2
print(list(early(True)), list(early(False)), [*early(False)], sum(early(False)), dict(enumerate(early(0))))
def infinite():
    n = 0
    while True:
        yield n
        n += 1
inf = infinite()
print([next(inf) for _ in range(3)], next(inf))
for x in inf:
    if x > 6:
        break
print(x, next(inf))
a, b = early(False)
print(a, b, max(early(False)), 2 in early(False), tuple(zip(early(0), infinite())))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
def bad():
    yield 1
    raise ValueError("inside")
it = bad()
print(next(it))
for _ in range(2):
    try:
        next(it)
    except (ValueError, StopIteration) as error:
        print(type(error).__name__, error)
