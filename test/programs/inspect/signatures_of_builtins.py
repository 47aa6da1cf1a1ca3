"""inspect.signature knows the parameters of built-in functions, methods and classes."""
import functools
import inspect
import math


class Mine(list):
    def append(self, item, twice=False):
        super().append(item)


for what in (
    len, print, sorted, sum, pow, round, divmod, isinstance, getattr, open, math.sin, math.isclose, math.hypot, str.split, "a,b".split, [].append, list.sort,
    dict.fromkeys, int.to_bytes, (5).to_bytes, int.from_bytes, set.union, float, complex, enumerate, zip, map, frozenset, staticmethod, property, object,
    int.__add__, (1).__add__, object.__repr__, list.__getitem__, str, int, bytes, dict, type, range, slice, iter, min, math.log, Mine.append, Mine().append, Mine,
    functools.partial(sorted, reverse=True), functools.partial(pow, 2),
):
    name = getattr(what, "__qualname__", None) or type(what).__name__
    try:
        print(name, inspect.signature(what))
    except (TypeError, ValueError) as error:
        print(name, "->", type(error).__name__)

parameters = inspect.signature(str.split).parameters
print([(each.name, each.kind.description, each.default) for each in parameters.values() if each.default is not each.empty])
bound = inspect.signature(sorted).bind([3, 1], reverse=True)
bound.apply_defaults()
print(bound.arguments, sorted(*bound.args, **bound.kwargs))
try:
    inspect.signature(len).bind()
except TypeError as error:
    print(error)


def curry(function):
    count = len([each for each in inspect.signature(function).parameters.values() if each.default is each.empty])

    def step(*given):
        return function(*given) if len(given) >= count else lambda *more: step(*given, *more)

    return step


print(curry(divmod)(17)(5), curry(isinstance)(3)(int), curry(math.copysign)(2.0)(-1))
