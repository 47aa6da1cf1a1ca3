# Which methods of a deque an iterator over it complains of: those that move items, a rotation by nothing too.
from collections import deque


def attempt(function, *args, **names):
    try:
        return function(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error), error.args


for count in range(5):
    for steps in range(-5, 6):
        items = deque(range(count))
        iterator = iter(items)
        items.rotate(steps)
        print(count, steps, attempt(next, iterator, "end"))
    for method in "reverse", "clear", "copy":
        items = deque(range(count))
        iterator = iter(items)
        getattr(items, method)()
        print(count, method, attempt(next, iterator, "end"))
    for method in "extend", "extendleft", "__iadd__":
        for more in (), (1,):
            items = deque(range(count))
            iterator = iter(items)
            getattr(items, method)(more)
            print(count, method, more, attempt(next, iterator, "end"))
    for factor in 0, 1, 2:
        items = deque(range(count))
        iterator = iter(items)
        items *= factor
        print(count, factor, attempt(next, iterator, "end"))
    for change in (
        lambda: items.remove(0), lambda: items.pop(), lambda: items.popleft(), lambda: items.insert(0, 1), lambda: items.insert(9, 9),
        lambda: items.__setitem__(0, 1), lambda: items.__delitem__(0), lambda: items.__init__(), lambda: items.__init__([1]),
        lambda: items.append(1), lambda: items.remove(77),
    ):
        for limit in None, count:
            for iterate in iter, reversed:
                items = deque(range(count), limit)
                iterator = iterate(items)
                print(count, limit, attempt(change), attempt(next, iterator, "end"), attempt(next, iterator, "end"))
