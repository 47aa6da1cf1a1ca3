# Counting, formatting, templates, regular expressions over one text.
import re, string, textwrap
from collections import Counter, defaultdict, OrderedDict, deque, ChainMap
text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity --
it was the season of Light; it was the season of Darkness... "Don't stop," she said; O'Brien's café cost $3.50 (or 2,99€)."""
words = re.findall(r"[A-Za-z']+", text.lower()); c = Counter(words)
print(c.most_common(5), c.total(), len(c), c["nope"], sorted(c.elements())[:5])
print(c - Counter(words[:40]), (c & Counter("it was".split())), Counter("abca") + Counter(b=-5), Counter(a=3) | Counter(a=1, b=2), +Counter(a=-1, b=1), Counter("abc") <= Counter("aabbcc"))
idx = defaultdict(list)
for i, w in enumerate(words): idx[len(w)].append(w)
print({k: sorted(set(v)) for k, v in sorted(idx.items())}, idx.default_factory, idx[99], repr(defaultdict(int, a=1)))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  ")); print(textwrap.shorten(text, 50)); print(textwrap.dedent("   a\n     b\n   c"), textwrap.indent("x\n\ny", "> "))
print(re.sub(r"(\w+) of (\w+)", r"\2 of \1", text)[:60], re.split(r"[,;.]\s*", text)[:3], re.subn("it", lambda m: m[0].upper() + str(m.start()), text, count=3))
m = re.match(r"(?P<first>\w+)\s+(?P<second>\w+)", text); print(m, m.groupdict(), m.span("second"), m.expand(r"\g<second>-\g<first>"), m.lastindex, m[1], m.end())
print(string.capwords("hello big world"), string.Template("$who owes $$${amt} to ${who}x").safe_substitute(who="Al"), string.ascii_letters[-5:], string.punctuation)
print(text.swapcase()[:20], text.title()[-40:], "ß".upper(), "ǆ".title(), "İ".lower().encode(), "ﬁ".casefold(), "Straße".casefold() == "STRASSE".casefold())
print("a,b,,c".split(","), "a b  c ".split(), "a b  c".rsplit(None, 1), "x=1=2".partition("="), "x".rpartition("="), "ab\ncd\r\nef\x0bgh".splitlines(True), "abc".translate(str.maketrans("ab", "xy", "c")), "%-10s|%+05d|%x|%e|%%|%r" % ("hi", 42, 255, 12345.678, "q"))
print("{0!r:>10}|{1:^8}|{2:+,.2f}|{name[0]}|{o.real}".format("s", "mid", 1234567.891, name=[7], o=3j), f"{'nested':{'*'}^{12}}", f"{3.14159:.{2}f}", f"{1e10:g} {1e16} {0.1+0.2} {1/3:.5%} {255:#x} {255:#b} {-5:08.2f} {1_000_000:_}", f"{words[0]=} {len(words) = :>5}")
d = deque(words[:6], maxlen=4); d.rotate(1); d.appendleft("L"); print(d, d.count("the"), d.index("L"), list(reversed(d)))
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); cm["b"] = 9; print(cm, cm["b"], cm.parents, dict(cm), cm.new_child({"z": 0}).maps, len(cm))
od = OrderedDict.fromkeys("abcd", 0); od.move_to_end("a"); od.move_to_end("d", last=False); print(od, od.popitem(False), list(od), od == OrderedDict(od), reversed(od).__class__.__name__)
def caesar(s, k): return "".join(chr((ord(ch) - b + k) % 26 + b) if (b := 65 if ch.isupper() else 97 if ch.islower() else 0) and ch.isascii() else ch for ch in s)
print(caesar("Hello, Wörld!", 3), caesar(caesar("Zebra", 5), -5))
for f in (lambda: "abc".index("z"), lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: f"{5:z}", lambda: f"{'a':d}", lambda: "a" + 1, lambda: "a" * 1.5, lambda: ",".join([1]), lambda: "abc"[5], lambda: int("12x"), lambda: float("1.2.3"), lambda: chr(-1), lambda: ord("ab"), lambda: "a".encode("ascii2"), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: re.compile("(a"), lambda: re.compile("*a"), lambda: re.compile("[z-a]"), lambda: string.Template("$").substitute(), lambda: string.Template("$x").substitute()):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
