# Containers are not tracked for types that are static, nor for tuples that are untracked.
# tier: C
import gc
import collections
import re


class Own:
    pass


def tracked(label, make):
    container = make()
    first = gc.is_tracked(container)
    gc.collect()
    gc.collect()
    print(label, first, gc.is_tracked(container))


tracked('dict of int', lambda: {'a': int})
tracked('dict of class', lambda: {'a': Own})
tracked('dict of heap type', lambda: {'a': re.Pattern})
tracked('dict of deque', lambda: {'a': collections.deque})
tracked('dict of OrderedDict', lambda: {'a': collections.OrderedDict})
tracked('dict with tuple key', lambda: {(1, (2, 'x')): 1})
tracked('dict with type key', lambda: {int: 1})
tracked('tuple of int', lambda: (int, str, len('ab')))
tracked('tuple of class', lambda: (Own, 1))
tracked('nested tuple', lambda: tuple([1, tuple([2, tuple([int])])]))
tracked('tuple with list', lambda: (1, []))
tracked('tuple with range', lambda: (1, range(3)))
tracked('tuple with slice', lambda: (1, slice(3)))
tracked('tuple with function', lambda: (1, len))
tracked('tuple with module', lambda: (1, gc))
tracked('tuple with None', lambda: (None, ..., NotImplemented, True))
tracked('tuple with object', lambda: (object(), b'x', bytearray(b'y'), 1.5, 2j))
tracked('tuple with exception', lambda: (ValueError, ValueError()))
print([gc.is_tracked(each) for each in (int, type, object, Own, ValueError, collections.deque, collections.OrderedDict, re.Pattern)])
