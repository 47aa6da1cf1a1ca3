# match: literal, capture, wildcard, or-patterns, guards.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus one"
        case 1.5: return "one and a half"
        case "yes" | "y": return "affirmative"
        case b"b": return "bytes"
        case None: return "none"
        case True: return "never, 1 is matched first"
        case 2 + 3j: return "complex"
        case str() as s if len(s) > 5: return f"long {s}"
        case int(n) if n > 100: return f"big {n}"
        case "multi" "part": return "concat"
        case other: return f"other {other!r}"
for x in (0, 0.0, False, 1, True, 3, -1, 1.5, "yes", "y", b"b", None, 2 + 3j, "abcdefg", 101, 50, "multipart", [], "no"):
    print(repr(x), f(x))
match 5:
    case n if n < 3:
        print("less")
    case n:
        print("bound even after a failed guard", n)
match "none match":
    case 1: print("no")
print(n)
def g(x):
    match x:
        case (1 | 2) as k: return ("k", k)
        case [1 | 2 as a, b]: return (a, b)
        case _: return "_"
print(g(2), g([2, 9]), g([3, 9]), g("12"))
match = 5
case = 6
_ = 7
print(match + case, _)
match (match):
    case 5: print("soft keyword")
match match, case:
    case 5, 6: print("tuple subject")
match -5:
    case -5: print("negative")
class Color:
    RED = 1
    GREEN = 2
def h(x):
    match x:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
        case _: return "?"
print(h(1), h(2), h(3))
