# float.hex and float.fromhex.
for x in (0.0, -0.0, 1.0, 0.5, 0.1, -3.75, 1e300, 5e-324, 2.2250738585072014e-308, float("inf"), float("nan")):
    print(x, x.hex())
for text in ("0x1p0", "0x1.8p1", "-0x.8p0", "1.8", "0x1p-1074", "0x1.fffffffffffffp1023", "inf", "-nan", " 0xAp0 ", "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.8p0"):
    print(text, float.fromhex(text))
for text in ("0x1p1024", "0xg", "", "0x1p"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for i in range(50):
    x = (i - 25) / 7
    assert float.fromhex(x.hex()) == x
