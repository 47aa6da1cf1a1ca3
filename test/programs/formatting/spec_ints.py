# Integer format specs in combination.
for n in (0, 7, -42, 1234567, -(2**40)):
    for spec in ("", "d", "5", "<8", ">8", "^8", "*^12", "=8", "08", "+", "-", " ", "+08d", "x", "X", "#x", "#X", "#010x", "b", "#b", "o", "#o", "c" if n == 7 else "n", ",", "_", "_b", "_x", "012,", "+,", "e", ".2f", "g", "%", "f", "10,.1f", "=+12_d"):
        try:
            print(f"{spec}={format(n, spec)!r}", end=" ")
        except ValueError as e:
            print(f"{spec}!{e}", end=" ")
    print()
for spec in ("s", ".2d", "#c", "+c", "5.1", ",x", ",b", "_n", ",n", "q", "ab", "<>5", "0.5d", "99999999999999999999d", "z", "!5", "+s"):
    try:
        print(spec, format(5, spec))
    except (ValueError, OverflowError) as e:
        print(spec, "->", e)
print(format(65, "c"), format(0x1F600, "c"), format(65, "5c"), format(65, "<5c"), format(True, "5"), format(True, "d"), format(True), format(10**30, ","), format(10**30, "e"), format(-1, "x"), format(255, "08b"), format(3, "=+5"))
