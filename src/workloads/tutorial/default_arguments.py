"""A default argument is one object that lives as long as the function.

Purpose: the list in the head of a function is made once; every call that leaves it out shares it.
Exercises: functions, lists, sharing
Observes: nothing
"""


def collect(item, into=[]):
    into.append(item)
    return into


def collect_fresh(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


first = collect(1)
second = collect(2)
print("shared:", first, second, first is second)
print("it lives in the function:", collect.__defaults__[0] is first)
print("fresh:", collect_fresh(1), collect_fresh(2))
