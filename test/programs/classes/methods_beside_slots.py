# Special methods that are methods of lists, dicts and sets, and no wrappers.
for kind, name in (
    (list, "__getitem__"), (dict, "__getitem__"), (dict, "__contains__"), (set, "__contains__"), (frozenset, "__contains__"),
    (list, "__setitem__"), (list, "__contains__"),
):
    function = getattr(kind, name)
    print(type(function).__name__, repr(function), function.__qualname__)
    for arguments in (), (1,), (1, 2), ([1], 0), ([1], 0, 1), ({}, 1), ({1: 2}, 1), ({1}, 1), (frozenset([1]), []):
        try:
            print(function(*arguments))
        except Exception as error:
            print(type(error).__name__, error)


class Listed(list):
    pass


class Own(dict):
    __getitem__ = dict.__getitem__
    __contains__ = lambda self, key: True


print(Listed([1])[0], Own({1: 2})[1], 5 in Own(), list(map(list.__getitem__, [[1], [2]], [0, 0])), dict.__getitem__.__doc__)
try:
    print(sorted([1, 2], key=list.__getitem__))
except TypeError as error:
    print(error)
