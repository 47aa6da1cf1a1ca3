# split, rsplit, splitlines, partition, join.
s = "  one  two three  "
print(s.split(), s.split(" "), s.split(None, 1), s.rsplit(None, 1), s.split(" ", 2), s.rsplit(" ", 2), s.split(maxsplit=0), "".split(), "".split(","), "   ".split())
print("a,b,,c,".split(","), "a,b,,c,".rsplit(",", 2), "a--b--c".split("--"), "a--b---c".split("--"), "aXbXc".split("X", -1), "abc".split("abc"), "abc".split("d"))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n".splitlines(), "a\nb\n\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="), "=".partition("="))
print(",".join(["a", "b", "c"]), "".join("xyz"), "-".join([]), "-".join(["only"]), ", ".join(str(i) for i in range(4)), "ab".join(("1", "2")), "".join({"k": 1}))
for act in (lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1), lambda: "a".rsplit("")):
    try:
        print(act())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("a\tb\u00a0c\u2003d\u200be".split(), "1 2 3".split(sep=" ", maxsplit=1))
