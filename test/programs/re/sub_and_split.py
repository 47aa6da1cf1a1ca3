# sub with templates and functions, subn, split, escape.
import re
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"\d", "#", "a1b2", count=1), re.sub("(a)(b)", r"\2\1", "abab"), re.sub("(?P<n>a)", r"<\g<n>>", "cat"), re.sub("(a)", r"\g<1>0", "a"), re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("a", r"\n", "bab"), re.sub("a", r"\\", "a"), re.sub("b*", "X", "abc"))
print(re.sub(r"\w+", lambda m: m.group().title(), "hello big world"), re.subn("a", "b", "banana"), re.subn("a", "b", "banana", 2), re.sub(r"(\d+)", lambda m: str(int(m[1]) * 2), "1 2 30"), re.sub("(a)|b", r"[\1]", "ab"), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower())
print(re.split(r"[,;]", "a,b;c"), re.split(r"([,;])", "a,b;c"), re.split(r"\s*", "a b c"), re.split("", "abc"), re.split("x", "abc"), re.split(",", "a,b,c", maxsplit=1), re.split(r"(-)|(\+)", "1-2+3"), re.split("a", "aba"))
print(re.escape("a.b*c[d]-e f"), re.escape("é#\n"), re.escape(b"a.b"), re.match(re.escape("1+1=2?"), "1+1=2?") is not None, re.sub(b"a", b"b", b"banana"), re.findall(rb"\w", b"a\xe9"))
for act in (lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\g<1", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub("a", "b", 5), lambda: re.split("a", b"a"), lambda: re.sub("a", "\\", "a")):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
text = "The year 1999 and 2024; dates: 2024-01-15, 1999-12-31."
print(re.findall(r"\b\d{4}\b(?!-)", text), re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3.\2.\1", text), [m.group() for m in re.finditer(r"\b[A-Za-z]{3,4}\b", text)])
def tokens(src):
    spec = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[+\-*/=()]"), ("SKIP", r"\s+"), ("BAD", r".")]
    for m in re.finditer("|".join(f"(?P<{n}>{p})" for n, p in spec), src):
        if m.lastgroup != "SKIP": yield m.lastgroup, m.group()
print(list(tokens("x1 = 3.14*(y + 2) ?")))
s = re.Scanner([(r"\d+", lambda sc, t: int(t)), (r"\w+", lambda sc, t: t), (r"\s+", None)])
print(s.scan("12 ab 3 !"))
