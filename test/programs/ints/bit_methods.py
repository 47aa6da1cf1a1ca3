# bit_length, bit_count, as_integer_ratio, and the numeric attributes of int.
for n in (0, 1, 2, 3, 255, 256, -1, -256, 1 << 64, (1 << 64) - 1, -(1 << 100)):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio())
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate())
print(True.bit_length(), True.real, type(True.real), True.numerator)
print((5).is_integer(), (10).__index__(), (3).__bool__(), (0).__bool__())
print(int.__add__(3, 4), (3).__add__("x"), (3).__radd__(9), (3).__lt__(4), (3).__eq__(3.0))
