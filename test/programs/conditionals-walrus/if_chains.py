# if/elif/else, nested conditions, conditional expressions.
def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"
print([grade(n) for n in (95, 90, 85, 70, 69, -1)])
def sign(x):
    return "neg" if x < 0 else "zero" if x == 0 else "pos"
print([sign(x) for x in (-1, 0, 1, -0.0)])
def classify(x):
    if isinstance(x, bool):
        kind = "bool"
    elif isinstance(x, int):
        if x % 2:
            kind = "odd"
        elif x:
            kind = "even"
        else:
            kind = "zero"
    elif x is None:
        kind = "none"
    elif not x:
        kind = "empty"
    else:
        kind = type(x).__name__
    return kind
print([classify(x) for x in (True, 1, 2, 0, None, "", [], "a", [0], 0.0, 1.5)])
if []: print("no")
elif (): print("no")
else: print("yes")
if 1: pass; print("one line")
x = 5; y = 6
if x < y and not (x > 10 or y < 0): print("both")
def early(n):
    if n:
        return "early"
print(early(1), early(0))
def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in (1900, 2000, 2023, 2024, 2100) if leap(y)], (1 if True else 2) + 1, 1 if True else 2 + 1, [1, 2][True if x else False])
