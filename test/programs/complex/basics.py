# Complex numbers: literals, arithmetic, repr, comparison.
z, w = 3 + 4j, 1 - 2j
print(z, w, z + w, z - w, z * w, z / w, z ** 2, z ** 0.5, -z, +z, abs(z), z.conjugate(), z.real, z.imag, bool(0j), z == 3 + 4j, z != w, 3 + 0j == 3, hash(3 + 0j) == hash(3))
print(1j, -1j, 0j, -0j, 1.5j, 1e100j, complex(0, -0.0), complex(-0.0, 0), complex(1, float("inf")), complex(float("nan"), 1), 2j ** 2, 1j * 1j, (1 + 2j) * 3, 2 / 1j, 5 - 1j, True + 1j)
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex("-1.5e3j"), complex("  3 "), complex("inf+nanj"), complex("(2-3j)"), complex(1 + 2j, 3 + 4j), complex(real=1, imag=2), complex("+j"), complex("1_0+2_0j"))
for act in (lambda: z < w, lambda: z // w, lambda: z % w, lambda: divmod(z, w), lambda: int(z), lambda: float(z), lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1+2j", 3), lambda: complex(1, "2"), lambda: z / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: round(z), lambda: complex(None), lambda: math_floor(z), lambda: sorted([z, w]), lambda: pow(z, 2, 3), lambda: z & 1):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{z} {z:.2f} {z:g} {1.5j:.1f} {z:>15} {z:+.1e} {complex(1234.5, -0.25):,.2f}", "%s %r" % (z, z), str(z), format(z, ""), repr(complex(1e16, 1e-5)), sum([1j, 2, 3.5]))
print(z ** 3, z ** -1, z ** 1j, 2 ** z, z ** 0, 1j ** 4, (1 + 1e-20j) * (1 - 1e-20j), (-8) ** (1 / 3), z.__complex__(), complex.__mro__[1])
