# The first iterable is evaluated at once; errors inside come out where the comprehension stands.
def noisy(name, values):
    print("make", name)
    for v in values:
        print("give", name, v)
        yield v
print([(a, b) for a in noisy("outer", "xy") for b in noisy("inner", (1, 2))])
gen = (x for x in noisy("lazy", [1, 2]))
print("created")
print(next(gen))
for act in (lambda: [1 / x for x in (1, 0)], lambda: {x: 1 for x in ([], )}, lambda: {x for x in ({}, )}, lambda: [x for x in 5], lambda: [a for a, b in [(1,)]], lambda: list(x.nope for x in [1]), lambda: (x for x in 5)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
def stop():
    raise StopIteration("from inside")
try:
    [stop() for _ in range(1)]
except StopIteration as error:
    print("StopIteration", error)
try:
    list(stop() for _ in range(1))
except RuntimeError as error:
    print("RuntimeError", error, repr(error.__cause__))
