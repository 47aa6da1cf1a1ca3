# Views of an OrderedDict are those of a dict to set operators; a missing key that is a tuple gives KeyError's arguments.
from collections import OrderedDict


def attempt(function, *args, **names):
    try:
        return function(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error), error.args


for key in (), (1,), (1, 2), 1, [], "a", None, KeyError("mine"), ValueError("other"):
    ordered = OrderedDict(a=1)
    for method in "pop", "move_to_end", "__getitem__", "__delitem__", "setdefault":
        print(repr(key), method, attempt(getattr(ordered, method), key))

ordered = OrderedDict({"k": None, 0: None})
plain = {"k": None, 0: None}
others = (
    "k", "kk", [0], [[]], {1: []}.values(), {0: 1}.keys(), {0: 1}, {0}, frozenset([0, 1, 2, 3]), {0, 1, 2, 3}, 5,
    plain.items(), ordered.items(), ordered.keys(), plain.keys(),
)


def shown(value):
    return sorted(map(str, value)) if isinstance(value, set) else value


for other in others:
    for view in ordered.keys(), ordered.items(), plain.keys(), plain.items():
        print(type(other).__name__, type(view).__name__)
        for operator in (
            lambda: view & other, lambda: other & view, lambda: view - other, lambda: other - view, lambda: view | other,
            lambda: other | view, lambda: view ^ other, lambda: other ^ view, lambda: view == other, lambda: view <= other,
            lambda: view > other, lambda: view.isdisjoint(other),
        ):
            print("  ", shown(attempt(operator)))
