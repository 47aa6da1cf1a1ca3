# A deque has items by number and no subscripts by key: `%` does not take it for a mapping, and
# __getitem__ asked for itself takes an index. And what comes first when a call is wrong in two ways.
import collections


class Numbered(list):
    def __getitem__(self, key):
        return key


class Keyed:
    def __getitem__(self, key):
        return key

    def __repr__(self):
        return "a keyed one"


class KeyedDeque(collections.deque):
    def __getitem__(self, key):
        return key


class PlainDeque(collections.deque):
    pass


def attempt(*what):
    function, *args = what
    try:
        print("  ", function(*args))
    except Exception as error:
        print("  ", type(error).__name__, error)


for right in (
    collections.deque([1]), PlainDeque([1]), KeyedDeque([1]), [1], (1,), "x", b"x", bytearray(b"a"), memoryview(b"a"),
    Numbered(), Keyed(), {}, {"k": 1}, range(3), 5, None, {1}, collections.UserList([1]), collections.ChainMap({"k": 1}),
):
    print(type(right).__name__)
    attempt(lambda: "%(k)s" % right)
    attempt(lambda: "x" % right)
    attempt(lambda: "%(k)s %(l)s" % right)
    attempt(lambda: b"%(k)s" % right)

print("indices")
for index in 10**30, "x", 1.5, None, True, -1:
    for limit in None, 2:
        attempt(collections.deque([1, 2], limit).insert, index, 0)
    attempt(collections.deque([1, 2]).__getitem__, index)
    attempt(collections.deque([1, 2]).__setitem__, index, 0)
    attempt(collections.deque([1, 2]).__delitem__, index)
    attempt(lambda: collections.deque([1, 2])[index])
    attempt(collections.deque([1, 2]).rotate, index)

print("calls")
for callee in (1,), None, len, (lambda **names: names), Keyed():
    for mapping in {1: 2}, {"a": 1, 2: 3}, {}, 5, [("a", 1)], collections.OrderedDict({3: 1}):
        attempt(lambda: callee(**mapping))
        attempt(lambda: callee(1, **mapping))
        attempt(lambda: callee(*mapping))
