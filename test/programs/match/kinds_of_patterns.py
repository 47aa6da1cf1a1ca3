def m(x):
    match x:
        case 0 | 1:
            return 'small'
        case int(n) if n < 0:
            return f'neg {n}'
        case [a, b, *rest]:
            return f'seq {a} {b} {rest}'
        case {'k': v, **r}:
            return f'map {v} {r}'
        case str() as s:
            return f'str {s}'
        case float() | complex() as num:
            return f'num {num}'
        case None:
            return 'none'
        case [[x1, y1], {'z': z}]:
            return (x1, y1, z)
        case P(x=0, y=yy):
            return f'P on axis {yy}'
        case P(a, b):
            return f'P {a} {b}'
        case Color.RED:
            return 'red'
        case _:
            return 'other'



class P:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = (x, y)



class Color:
    RED = object()
for x in (0, 1, -5, 7, [1, 2], (1, 2, 3), [9], {'k': 1, 'j': 2}, {}, 'hi', 1.5, 2j, None, P(0, 3), P(1, 2), Color.RED, b'ab', {1}, range(3), True, [], [[1, 2], {'z': 3}]):
    print(repr(x) if not isinstance(x, (P,)) and x is not Color.RED else 'obj', '->', m(x))
match ((1, 2), 3):
    case [[a, b], c]:
        print(a, b, c)
match {'a': [1, {'b': 2}]}:
    case {'a': [_, {'b': q}]}:
        print(q)
match 'x':
    case 'x' | 'y' as z:
        print(z)
match -1:
    case -1:
        print('minus one')
match 1 + 2j:
    case 1 + 2j:
        print('complex')
