# Which type wins when numeric types meet.
values = [True, 2, 2.5, 1 + 2j]
for a in values:
    for b in values:
        print(a, b, a + b, a - b, a * b, type(a + b).__name__)
print(True + True, -True, +True, True * 3, True / 2, True // 2, 5 % True)
print(1 / 3, 2 / 1, 10**20 / 10**10, 10**400 // 10**399, 10**400 / 10**399)
for act in (lambda: 1 + "a", lambda: "a" + 1, lambda: 1 - None, lambda: [] * 1.5, lambda: 1 // "x", lambda: -"x", lambda: +[], lambda: ~1.5, lambda: 10**400 / 3, lambda: 10**400 * 1.0):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
