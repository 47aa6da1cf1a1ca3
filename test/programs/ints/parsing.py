# What int() accepts and how it refuses.
good = ["0", " 42 ", "+7", "-7", "1_000", "\t12\n", "007", "-0", "٣٤", "１２"]
for text in good:
    print(repr(text), int(text))
for text, base in [("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("z", 36), ("-Zz", 36), ("0b1", 2), ("1_0", 2), ("10", 0), ("0", 0), ("00", 0)]:
    print(repr(text), base, int(text, base))
bad = ["", " ", "1__0", "_1", "1_", "1.0", "0x10", "abc", "1 2", "--1", "+ 1", "1e3", "\u0661x"]
for text in bad:
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for text, base in [("2", 2), ("012", 0), ("0x", 16), ("12", 1), ("12", 37), ("9", 8), ("", 16)]:
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)
for make in (lambda: int(None), lambda: int([]), lambda: int(5, 10), lambda: int("5", "10"), lambda: int(b"12"), lambda: int(bytearray(b"-3")), lambda: int(), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(3.99), lambda: int(-3.99), lambda: int("12", base=3), lambda: int(True)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
