# Calendars without a library: weekdays, leap years, Easter, day numbers, a month page.
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
NAMES = "Mon Tue Wed Thu Fri Sat Sun".split()
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def length(y, m): return MONTHS[m - 1] + (m == 2 and leap(y))
def number(y, m, d):
    if not 1 <= m <= 12 or not 1 <= d <= length(y, m): raise ValueError(f"no such day: {y}-{m}-{d}")
    y -= 1
    return y * 365 + y // 4 - y // 100 + y // 400 + sum(length(y + 1, k) for k in range(1, m)) + d
def date(n):
    y = n // 366 + 1
    while number(y + 1, 1, 1) <= n: y += 1
    m = next(m for m in range(12, 0, -1) if number(y, m, 1) <= n)
    return y, m, n - number(y, m, 1) + 1
def weekday(y, m, d): return NAMES[(number(y, m, d) - 1) % 7]
def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return month, (h + l - 7 * m + 33 * month + 19) % 32
for d in ((1970, 1, 1), (2000, 2, 29), (2024, 12, 25), (1, 1, 1), (1999, 12, 31)): print(d, number(*d), weekday(*d), date(number(*d)) == d)
print(number(2024, 3, 1) - number(2024, 2, 1), number(2100, 3, 1) - number(2100, 2, 1), [easter(y) for y in (2000, 2024, 2025, 1961)])
for bad in ((2023, 2, 29), (2024, 13, 1), (2024, 4, 31)):
    try: number(*bad)
    except ValueError as e: print(e)
def page(y, m):
    start = NAMES.index(weekday(y, m, 1))
    cells = ["  "] * start + [f"{d:2}" for d in range(1, length(y, m) + 1)]
    return "\n".join([f"{y}-{m:02}".center(20).rstrip(), " ".join(n[:2] for n in NAMES)] + [" ".join(cells[i:i + 7]) for i in range(0, len(cells), 7)])
print(page(2024, 2))
print(sum(weekday(y, m, 13) == "Fri" for y in range(2000, 2025) for m in range(1, 13)), [date(n) for n in (1, 366, 730000)])
assert all(number(*date(n)) == n for n in range(700000, 740000, 613))
