# match: sequence and mapping patterns with stars.
def seq(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [a, b]: return f"two {a} {b}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [1, [2, *rest], *tail]: return f"nested {rest} {tail}"
        case [x, *mid, y]: return f"{x} {mid} {y}"
        case _: return "not a sequence"
for x in ([], (), [1], (1, 2), [1, 2, 1], [1, [2, 3, 4], 5], [1, 2, 3], range(3), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, iter([1]), 5, [[]]):
    print(seq(x))
def mp(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "w": w, "h": h, **rest}: return f"rect {w}x{h} {rest}"
        case {"point": [x, y] | (x, y)}: return f"point {x},{y}"
        case {"k": None | 0}: return "k empty"
        case {1: "one", "nested": {"deep": v}}: return f"deep {v}"
        case {**everything} if not everything: return "empty dict"
        case {}: return "some dict"
        case _: return "no"
import collections
for x in ({"type": "circle", "r": 1, "x": 2}, {"type": "rect", "w": 1, "h": 2, "c": 3}, {"point": (3, 4)}, {"k": 0}, {"k": 1}, {1: "one", "nested": {"deep": [1]}}, {}, [("type", "circle")], collections.OrderedDict(k=None)):
    print(mp(x))
dd = collections.defaultdict(list)
match dd:
    case {"missing": v}: print("no", v)
    case _: print("no default created", dict(dd))
match (1, 2, 3, 4):
    case (a, *b) | [*b, a]: print(a, b)
match [[1, 2], [3, 4]]:
    case [[a, _], [_, d]]: print(a, d)
match {"a": 1, "b": 2}:
    case {"a": 1, **kw}: print(kw)
class S(list): pass
match S([1, 2]):
    case [x, y]: print("list subclass", x, y)
def cmd(line):
    match line.split():
        case ["go", ("north" | "south") as d]: return f"go {d}"
        case ["take", *items] if items: return f"take {items}"
        case ["quit" | "q"]: return "quit"
        case [c, *_]: return f"unknown {c}"
        case []: return "nothing"
print([cmd(l) for l in ("go north", "go up", "take a b", "take", "q", "")])
