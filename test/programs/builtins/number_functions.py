# abs, divmod, pow, round, bin, oct, hex, int, float, complex as functions.
print(abs(-5), abs(2.5), abs(-True), abs(3 + 4j), divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), pow(2, 10), pow(2, -1), pow(2, 0.5), pow(3, 4, 5), round(2.5), round(3.5), round(2.567, 2), round(1234, -2), round(-2.5))
print(bin(10), bin(-10), bin(0), oct(8), oct(-8), hex(255), hex(-255), hex(0), bin(True), hex(2**64), oct(10**12), bin(2**40 + 1))
print(int("10", 2), int("-ff", 16), int(" 12 "), int(3.9), int(-3.9), int(True), float("1e3"), float(5), complex(1, 2), complex("1+2j"), complex("-j"), complex(" 1.5 "), complex("(1-2j)"), complex(), complex(2.5))
print(chr(97), chr(0x1F600), chr(0).encode(), ord("a"), ord("😀"), ord(b"z"), ord("\0"), [chr(c) for c in range(60, 70)], [ord(c) for c in "hé"])
for act in (lambda: abs("x"), lambda: abs(None), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: pow(2), lambda: pow("a", 2), lambda: pow(2, 3, "x"), lambda: round("x"), lambda: round(1, 2, 3), lambda: bin("1"), lambda: hex(1.0), lambda: oct(None), lambda: int("1", 100), lambda: int("z", 10), lambda: float("abc"), lambda: float({}), lambda: complex("1+"), lambda: complex("a"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex([]), lambda: chr(-1), lambda: chr(0x110000), lambda: chr(1.0), lambda: ord("ab"), lambda: ord(1), lambda: ord(b"ab"), lambda: chr(2**100), lambda: pow(0, -1), lambda: pow(2, 2, 0), lambda: pow(1.5, 2, 3), lambda: int(1, base=2), lambda: round(float("nan")), lambda: round(2.5, 1.5)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
