# Built-in classes without keywords refuse them; a class derived from one may take them in its own __init__ or __new__.
import array
import collections
import itertools
import operator

CALLS = [
    (list, ("ab",)),
    (tuple, ("ab",)),
    (set, ("ab",)),
    (frozenset, ("ab",)),
    (float, (1,)),
    (array.array, ("i",)),
    (map, (str, "ab")),
    (filter, (None, "ab")),
    (zip, ("ab",)),
    (reversed, ("ab",)),
    (itertools.chain, ("ab", "cd")),
    (itertools.cycle, ("ab",)),
    (itertools.islice, ("abc", 2)),
    (itertools.pairwise, ("abc",)),
    (itertools.starmap, (max, [(1, 2)])),
    (itertools.takewhile, (None, "ab")),
    (itertools.dropwhile, (None, "ab")),
    (itertools.filterfalse, (None, "ab")),
]


def report(what, base, call):
    try:
        print(what, base.__name__, call())
    except TypeError as error:
        print(what, base.__name__, "refuses:", error)


def first_of(made):
    return list(itertools.islice(made, 3)) if hasattr(made, "__iter__") else made


for base, arguments in CALLS:

    class Plain(base):
        pass

    class Noted(base):
        def __init__(self, *arguments, note=None):
            if base in (list, set):
                super().__init__(*arguments)
            self.note = note

    class Made(base):
        def __new__(cls, *arguments, note=None):
            made = super().__new__(cls, *arguments)
            made.note = note
            return made

    report("itself", base, lambda: base(*arguments, note=1))
    report("plain", base, lambda: Plain(*arguments, note=1))
    report("noted", base, lambda: (lambda made: (made.note, sorted(first_of(made))) if base is not float else made.note)(Noted(*arguments, note=2)))
    report("made", base, lambda: Made(*arguments, note=3).note)

for error in ImportError, ModuleNotFoundError, AttributeError, NameError, ValueError:

    class Derived(error):
        pass

    report("itself", error, lambda: error("message", colour="red"))
    report("plain", Derived, lambda: Derived("message", colour="red"))

for getter in operator.itemgetter, operator.attrgetter, operator.methodcaller:
    report("derived", getter, lambda: type("Own", (getter,), {}))
print(collections.deque("ab", maxlen=1))
