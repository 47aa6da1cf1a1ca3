"""A closure keeps what it needs after the frame is gone.

Purpose: the counter's variable lives in a cell on the heap; two functions from one call share it,
a second call makes a new one, and it dies with the last function.
Exercises: closures, cells, weak references
Observes: time of death
"""

import weakref


class Value:
    def __init__(self, number):
        self.number = number


def make_counter(start):
    value = Value(start)
    unused = Value(-1)
    watches.append(weakref.ref(value))
    watches.append(weakref.ref(unused))

    def up():
        value.number += 1
        return value.number

    def read():
        return value.number

    return up, read


watches = []
up, read = make_counter(10)
print("up twice:", up(), up(), "read:", read())
print("the captured value lives:", watches[0]() is not None)
print("the other local died with the frame:", watches[1]() is None)
other_up, other_read = make_counter(100)
print("another call, another cell:", other_up(), read())
print("the cell holds it:", up.__closure__[0].cell_contents is watches[0]())
del up
print("one function left, still alive:", watches[0]() is not None)
del read
print("none left, gone:", watches[0]() is None)
