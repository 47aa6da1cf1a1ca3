# Partials of partials, of derived ones too; what __setstate__ takes; copies share the dict of keywords.
import copy
from functools import partial


class Call(partial):
    """A partial with a name of its own."""


inner = Call(max, 1)
print(Call(inner, 2).func, partial(inner, 2).args, partial(Call(max, key=abs), -2).keywords)
inner.noted = True
print(type(Call(inner, 2).func).__name__, type(partial(inner, 2).func).__name__)

whole = partial(max, 1, key=abs)
twin = copy.copy(whole)
print(twin.keywords is whole.keywords, twin.args is whole.args, twin(-5))


class Row(tuple):
    pass


class Table(dict):
    pass


whole.__setstate__((min, Row((3,)), Table(key=abs), {"colour": "red"}))
print(type(whole.args).__name__, type(whole.keywords).__name__, whole.colour, whole(-2))
keywords = {"default": 0}
whole.__setstate__((max, ([],), keywords, None))
print(whole.keywords is keywords, whole(), whole.__dict__)
for state in 1, (max, (), {}), (None, (), {}, None), (max, [], {}, None), (max, (), [], None), [max, (), {}, None]:
    try:
        whole.__setstate__(state)
    except TypeError as error:
        print(error)
