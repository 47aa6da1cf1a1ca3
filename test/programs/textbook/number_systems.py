# Conversion between bases, Roman numerals, words, and fractions by hand.
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
def to_base(n, b):
    if n == 0: return "0"
    sign, n, out = "-" if n < 0 else "", abs(n), ""
    while n: n, r = divmod(n, b); out = DIGITS[r] + out
    return sign + out
def from_base(s, b):
    n = 0
    for c in s.upper().lstrip("-"):
        d = DIGITS.index(c)
        if d >= b: raise ValueError(f"digit {c} in base {b}")
        n = n * b + d
    return -n if s.startswith("-") else n
for n in (0, 10, 255, -42, 10**15):
    print(n, [to_base(n, b) for b in (2, 3, 8, 16, 36)], all(from_base(to_base(n, b), b) == n == int(to_base(n, b), b) for b in range(2, 37)))
try: from_base("129", 8)
except ValueError as e: print(e)
R = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def roman(n):
    out = ""
    for v, s in R:
        while n >= v: out += s; n -= v
    return out
def unroman(s):
    v = dict((b, a) for a, b in R)
    return sum(-v[a] if v[a] < v[b] else v[a] for a, b in zip(s, s[1:] + s[-1]))
print([roman(n) for n in (1, 4, 9, 14, 44, 99, 1994, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
def words(n):
    if n < 0: return "minus " + words(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    for v, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= v: return words(n // v) + " " + name + (" " + words(n % v) if n % v else "")
print([words(n) for n in (0, 7, 13, 21, 100, 342, 1001, 1234567, -15)], sum(len(words(n).replace("-", "").replace(" ", "")) for n in range(1, 1001)))
def decimal(p, q):
    seen, digits, r = {}, "", p % q
    while r and r not in seen:
        seen[r] = len(digits)
        r *= 10
        digits += str(r // q)
        r %= q
    return f"{p // q}." + (digits or "0" if not r else f"{digits[:seen[r]]}({digits[seen[r]:]})")
print([decimal(*f) for f in ((1, 3), (1, 7), (1, 6), (5, 4), (22, 7), (4, 2))])
def egyptian(p, q):
    out = []
    while p:
        d = -(-q // p)
        out.append(d)
        p, q = p * d - q, q * d
    return out
print(egyptian(5, 6), egyptian(7, 15))
gray = lambda n: [f"{i ^ i >> 1:0{n}b}" for i in range(2 ** n)]
print(gray(3), all(sum(a != b for a, b in zip(x, y)) == 1 for x, y in zip(gray(4), gray(4)[1:])))
