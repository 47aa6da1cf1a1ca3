# Methods of float objects.
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio(), (1e20).as_integer_ratio(), (0.0).as_integer_ratio())
print((3.0).is_integer(), (3.5).is_integer(), (1e300).is_integer(), (2.5).real, (2.5).imag, (2.5).conjugate())
print((7.9).__trunc__(), (7.9).__floor__(), (7.1).__ceil__(), (-7.9).__int__(), (-7.9).__floor__(), (2.5).__round__())
print((1.5).__add__(2), (1.5).__radd__("x"), (1.5).__eq__("x"), (1.5).__bool__(), (3.5).__divmod__(2), (2.0).__pow__(3))
print(float.fromhex("0x1p4"), abs(-2.5), divmod(5.5, 2), divmod(-5.5, 2), 5.5 // -2, 5.5 % -2, -5.5 % 2)
print(2.0 ** 0.5, 2.0 ** -1, (-8.0) ** 3, 0.0 ** 0, float("nan") ** 0, 1.0 ** float("nan"), 1e200 ** 1.5)
