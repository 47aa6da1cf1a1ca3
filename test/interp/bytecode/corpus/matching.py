"""Match statements."""


def literals(x):
    match x:
        case 1 | 2 | -3:
            return "int"
        case "a" | b"b":
            return "text"
        case None | True | False:
            return "singleton"
        case 1 + 2j | 1.5:
            return "number"
        case Color.red | module.Color.blue:
            return "name"
        case _:
            return "other"


def captures(x):
    match x:
        case [a, b]:
            return a, b
        case (c, *rest):
            return c, rest
        case [first, *_, last]:
            return first, last
        case [_, _, *_]:
            return "long"
        case []:
            return "empty"
        case [[a, [b]], *c]:
            return a, b, c
        case y:
            return y


def mappings(x):
    match x:
        case {}:
            return 0
        case {"a": 1, "b": b}:
            return b
        case {"c": c, **rest}:
            return c, rest
        case {module.key: value, 1: _}:
            return value
        case {**everything}:
            return everything


def classes(x):
    match x:
        case int(n) if n > 1:
            return n
        case Point(x=0, y=0):
            return "origin"
        case Point(a, y=b):
            return a, b
        case module.Class():
            return "class"
        case str() | bytes() as text:
            return text
        case Point(x=Point(y=c)) | Other(c):
            return c


def alternatives(x):
    match x:
        case (a, b) | [b, a, _]:
            return a, b
        case {"x": p, "y": q} | {"q": q, "p": p}:
            return p, q
        case (1 as one) | (2 as one):
            return one


def subjects(a, b):
    match a, b:
        case 1, x:
            print(x)
        case x, 1 if x:
            pass
    match *a, b:
        case [*all]:
            print(all)
    for i in a:
        match i:
            case 1:
                break
            case 2:
                continue


match = 1
case = match
match[0] = case
match(1)
print(match, case)
