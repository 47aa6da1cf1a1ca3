# match, case, type and _ as ordinary names.
match = {"a": 1}
case = [1, 2]
type_ = type
print(match["a"], case[0], match.get("b"), case * 2, match == match, -case[1], (match))
match = lambda *a: a
print(match(1, 2), match (3))
def case(match, type=None): return match, type
print(case(1), case(match=2, type=3), case (4))
class match:
    case = 5
    def type(self): return "method type"
print(match.case, match().type(), match)
match.case = 6
match.case += 1
match: int = 8
print(match)
match, case = 1, 2
match = case = 3
print(match * case, match - 1, match < 4, [match], {match: case}, not match)
match -= 1
for match in (1, 2): pass
with __import__("contextlib").nullcontext(5) as match: print(match)
print([match for match in range(3)], match, f"{match}", (match := 9), match)
match match:
    case 9: print("nine")
match (match, 1):
    case (9, _): print("pair")
match [1, 2]:
    case [1, case]: print("capture", case)
match -1:
    case -1: print("minus")
match *range(2), 5:
    case 0, 1, 5: print("star subject")
match {"type": "t"}:
    case {"type": type_name}: print(type_name)
match "x":
    case "y" | "x" as match: print("as", match)
type = 5
print(type, type + 1)
type X = int
print(X)
_ = 10
match 7:
    case _: print("wildcard", _)
print(_)
def _(): return "underscore function"
print(_())
