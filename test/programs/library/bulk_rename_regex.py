import re, os, pathlib, fnmatch, collections, itertools, functools, operator
names = ["IMG_0001.JPG", "IMG_0002.jpg", "holiday (1).png", "holiday (2).png", "notes.txt", "draft v2.10.txt", "draft v2.9.txt", ".hidden", "a.tar.gz"]
def natural(s): return [int(p) if p.isdigit() else p.lower() for p in re.split(r"(\d+)", s)]
print(sorted(names, key=natural))
rules = [(r"^IMG_0*(\d+)\.(?i:jpe?g)$", lambda m: f"photo-{int(m[1]):02}.jpg"), (r"^(?P<base>\w+) \((?P<n>\d+)\)(?P<ext>\.\w+)$", r"\g<base>_\g<n>\g<ext>"), (r"v(\d+)\.(\d+)", lambda m: "v{:03d}.{:03d}".format(*map(int, m.groups())))]
def rename(n):
    for rx, rep in rules:
        n, k = re.subn(rx, rep, n)
        if k: return n
    return n
print([rename(n) for n in names])
d = pathlib.Path("rename_dir"); d.mkdir()
for n in names: (d / n).touch()
for n in names: (d / n).rename(d / rename(n))
print(sorted(p.name for p in d.iterdir()), sorted(p.name for p in d.glob("*.[jp]*")), [p.suffix for p in sorted(d.iterdir())])
groups = collections.defaultdict(list)
for p in sorted(d.iterdir()): groups["".join(p.suffixes) or "(none)"].append(p.stem)
print(dict(groups), fnmatch.filter(names, "*.[tp][xn]?"), [n for n in names if fnmatch.fnmatchcase(n, "IMG*.JPG")])
for p in d.iterdir(): p.unlink()
d.rmdir(); print(d.exists())
tok = re.compile(r"""(?P<num>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<str>"(?:\\.|[^"\\])*")|(?P<op>[-+*/()=<>!]=?)|(?P<ws>\s+)|(?P<bad>.)""", re.X)
for src in ['x1 = 3.5*(y + "a\\"b")', "a != b @ c"]: print([(m.lastgroup, m.group()) for m in tok.finditer(src) if m.lastgroup != "ws"])
print(re.sub(r"(?<!\d)(\d{1,3})(?=(?:\d{3})+(?!\d))", r"\1,", "1234567 and 12 and 1000"), re.findall(r"(?=(\w\w))", "abcd"), re.split(r"(?<=[.!?])\s+", "Hi. You! Ok? end"), re.fullmatch(r"(\w)(\w)?\w?(?(2)\1|x)", "aba"), re.sub(r"\b(\w+)( \1\b)+", r"\1", "the the cat sat sat sat"))
print(re.compile(r"(a)(?P<n>b)?").fullmatch("a").groupdict(default="-"), re.escape("a+b [c]"), [m.span() for m in re.finditer(r"a*?b|c", "aabcb")], re.search(r"(?m)^\s*#\s*(\w+)$", "x\n  # todo\n").group(1), re.sub("", "-", "ab"), re.match(r"(?i:A)b", "ab"), re.findall(r"[^\s,]+", "a, b,c"))
print(functools.reduce(operator.or_, [re.I, re.M]), list(itertools.starmap(lambda p, s: bool(re.match(p, s)), [(r"\A\Z", ""), (r"[\d-]+$", "1-2"), (r"[]a]+$", "]a"), (r"\w+\W", "a")])))
