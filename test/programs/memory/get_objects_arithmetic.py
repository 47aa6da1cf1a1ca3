# tier: C
# Counting objects: what each expression adds to the collector's lists.
import gc
gc.collect()
gc.disable()
class P: pass
class S: __slots__ = ("a",)
def added(make):
    before = len(gc.get_objects())
    kept = make()
    after = len(gc.get_objects())
    return after - before
def gen():
    yield
makers = [("list", lambda: []), ("list of lists", lambda: [[], [], []]), ("empty dict", lambda: {}), ("dict of list", lambda: {"a": []}), ("dict of ints", lambda: {"a": 1}), ("empty tuple", lambda: ()), ("tuple", lambda: tuple([1, 2])), ("set", lambda: {1}), ("instance", P), ("slotted", S), ("object", object), ("function", lambda: lambda: 0), ("closure", lambda: (lambda x: lambda: x)(1)), ("generator", gen), ("method", lambda: P().__init__), ("int", lambda: 10 ** 30), ("str", lambda: "a" * 50), ("iterator", lambda: iter([])), ("range", lambda: range(5)), ("slice", lambda: slice(1, 2)), ("enumerate", lambda: enumerate([])), ("zip", lambda: zip([], [])), ("exception", lambda: ValueError("x")), ("property", property), ("bytearray", bytearray), ("map", lambda: map(str, [])), ("reversed", lambda: reversed([1])), ("dict view", lambda: {}.keys()), ("partial", lambda: __import__("functools").partial(print))]
for name, make in makers:
    added(make)
    print(name, added(make))
