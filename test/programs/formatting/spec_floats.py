# Float format specs to the last digit.
values = (0.0, -0.0, 1.0, 0.1, 1/3, 123456.789, 1e-5, 9.995, 2.5, 1e16, 1.5e300, 5e-324)
for spec in ("", "g", "f", "e", ".0f", ".1f", ".3f", ".10f", ".0e", ".3e", ".0g", ".1g", ".3g", ".17g", "#.0f", "#g", "%", ".1%", ",", "_.2f", "10", "<10", "^10", "=10", "010.2f", "+", " ", "+.2e", "z.1f", "E", "G", ".5", "n"):
    print(spec, [format(v, spec) for v in values])
for spec in ("d", "x", "s", "c", ",n", ".f", "5.", ".-1f", "q", "+s", "#x"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, e)
