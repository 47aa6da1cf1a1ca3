# String format specs.
for spec in ("", "s", "5", "<5", ">5", "^5", "*>5", ".2", "5.2", "<5.1s", "^6.3", "é^7", "05", "0>5", "s", ".0", ".100"):
    print(spec, [format(v, spec) for v in ("", "abc", "日本語", "longer text")])
for spec in ("d", "=5", "+", " ", "-5", "#", ",", "_", "x", "z", "05d", ".2d", "<<<", "5.5.5", "  "):
    try:
        print(spec, repr(format("abc", spec)))
    except ValueError as e:
        print(spec, "->", e)
print(f"{'a':\u00e9^5}", f"{'x':{'<' + '5'}}|", "{:{fill}{align}{width}}".format("mid", fill="~", align="^", width=9))
