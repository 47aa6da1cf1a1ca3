# __index__, __int__, __float__, __complex__, __bool__ in conversions.
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print([10, 20, 30][I(1)], "abc"[I(-1)], (1, 2, 3)[I(0):I(2)], range(I(3)), bytes(I(2)), [0] * I(2), "x" * I(3), int(I(7)), float(I(2)), hex(I(255)), oct(I(8)), bin(I(5)), chr(I(65)), round(3.14159, I(2)), "%x" % I(255), divmod(7, 2), pow(2, 5, 7), 1 << int(I(3)), (5).__index__(), list(range(10))[I(2)::I(3)])
class Bad:
    def __index__(self): return "1"
class Int:
    def __int__(self): return 42
class IntBad:
    def __int__(self): return 4.5
class FloatBad:
    def __float__(self): return 3
class Flt:
    def __float__(self): return 1.25
class Trunc:
    def __trunc__(self): return 5
print(int(Int()), float(Flt()), complex(Flt()), "%d" % Int(), "%.1f" % Flt())
for act in (lambda: [1][Bad()], lambda: [1][Int()], lambda: int(IntBad()), lambda: float(FloatBad()), lambda: int(Flt()), lambda: float(Int()), lambda: int(Trunc()), lambda: range(Flt()), lambda: "a" * Int(), lambda: hex(1.5), lambda: "%d" % Flt(), lambda: "%x" % Int(), lambda: [1, 2][I(2**70)], lambda: [0] * I(2**70), lambda: bytes(I(-1)), lambda: chr(I(-1)), lambda: int(object()), lambda: float([]), lambda: complex("1+x"), lambda: "ab"[I(5)], lambda: round(1.5, "1")):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
