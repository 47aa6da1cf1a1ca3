# Texts that float() takes and refuses.
for text in ("1", " 1.5\n", "-.5", "5.", "1e5", "1E-5", "1_0.0_1", "inf", "-Infinity", "nan", "+NaN", "1e309", "-1e-400", "0x10".replace("0x", ""), "٣.٥", "1e0_5"):
    print(repr(text), float(text))
for text in ("", " ", ".", "e5", "1e", "1e+", "0x10", "1,5", "1 2", "--1", "1__0", "_1", "1_", "1._5", "infi", "nano", "1.2.3"):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
for value in (None, [], "x", b"1.5", b"abc", 1j, 10, True, bytearray(b"2e1")):
    try:
        print(float(value))
    except Exception as error:
        print(type(error).__name__, error)
print(float(), float("1" * 400), float("0." + "0" * 400 + "1"), float("179769313486231580793728971405301199e273"))
