# Interactive-style program: a calculator for Roman numerals driven by lines.
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
class RomanError(ValueError): pass
class Roman(int):
    def __new__(cls, v):
        n = cls.parse(v) if isinstance(v, str) else int(v)
        if not 0 < n < 4000: raise RomanError(f"{n} cannot be written")
        return super().__new__(cls, n)
    @staticmethod
    def parse(text):
        total = 0
        for a, b in zip(text, text[1:] + " "):
            if a not in VALUES: raise RomanError(f"bad numeral {text}")
            total += -VALUES[a] if VALUES[a] < VALUES.get(b, 0) else VALUES[a]
        if str(Roman(total)) != text: raise RomanError(f"{text} should be {Roman(total)}")
        return total
    def __str__(self):
        out, n = "", int(self)
        for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
            k, n = divmod(n, v)
            out += s * k
        return out
    __repr__ = __str__
    def __add__(self, o): return Roman(int(self) + int(o))
    def __sub__(self, o): return Roman(int(self) - int(o))
    def __mul__(self, o): return Roman(int(self) * int(o))
    def __floordiv__(self, o): return Roman(int(self) // int(o))
OPS = {"+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__floordiv__"}
for line in ("X + V", "XL * II", "MCMXCIV - MM", "C / XXXIII", "IIII + I", "M * IV", "ABC + I", "X ? I", "V - V", "XIX", ""):
    try:
        parts = line.split()
        if len(parts) != 3: raise SyntaxError(f"expected three words, got {len(parts)}")
        a, op, b = parts
        print(line, "=", getattr(Roman(a), OPS[op])(Roman(b)))
    except RomanError as e: print(line, "!", e)
    except KeyError as e: print(line, "! unknown operator", e)
    except SyntaxError as e: print(repr(line), "!", e.msg)
print(Roman("XIV"), repr(Roman(1999)), f"{Roman(7)}", Roman(9) == 9, sorted([Roman(5), Roman(1)]), int(Roman("X")), [Roman(n) for n in range(1, 11)], sum([Roman(1), Roman(2)], Roman(1)))
