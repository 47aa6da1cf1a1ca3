# Character classes, quantifiers, anchors, alternation, look-around, back-references, flags.
import re
def t(p, s, flags=0):
    m = re.search(p, s, flags)
    print(p, "|", repr(s), "->", m and (m.span(), m.group(), m.groups()))
for p, s in ((r"[a-c]+", "xxabcz"), (r"[^a-c]+", "abcxyz"), (r"[]a]+", "a]b"), (r"[a\]]+", "]a"), (r"[-a]+", "a-b"), (r"[\d\s]+", "a 1 2b"), (r"\bfoo\b", "a foo b"), (r"\Bo", "foo"), (r"^a", "ba"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"\Aa", "ab"), (r"a.c", "a\nc"), (r"a*?b", "aaab"), (r"<.+?>", "<a><b>"), (r"<.+>", "<a><b>"), (r"a{2}", "aaa"), (r"a{2,}", "aaaa"), (r"a{,2}", "aaa"), (r"a{1,2}?", "aaa"), (r"a{x}", "a{x}"), (r"(a|ab)(c|bcd)", "abcd"), (r"(a*)*", "aaa"), (r"(a)|b", "b"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' now"), (r"foo(?=bar)", "foobar"), (r"foo(?!bar)", "foobaz"), (r"(?<=\$)\d+", "cost $42"), (r"(?<!\$)\b\d+", "$1 22"), (r"(?:ab)+", "ababx"), (r"(?#comment)a", "a"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"), (r"\x41\u0042\103", "ABC"), (r"[\w.]+@", "a.b@"), (r"a++b", "aaab"), (r"(?>a+)ab", "aaab"), (r"a*+a", "aaa"), (r"[^\W\d]+", "12ab_"), (r"\D\S\W", "a b!"), (r"$", "ab"), (r"\.\*\\", r".*\\"), (r"(?i:A)b", "ab"), (r"(?s:.)", "\n"), (r"(?-i:a)", "A")):
    t(p, s)
t("ABC", "xabc", re.I)
t("^b.", "a\nbc", re.M)
t("a.b", "a\nb", re.S)
t(r"""
  \d+   # digits
  \s*   [ #]x
""", "12 #x", re.X)
t(r"\w+", "naïve", re.A)
t(r"\w+", "naïve")
t("(?im)^b", "a\nB")
t("é", "É", re.I)
t(r"[à-ü]+", "ÀÉ", re.I)
print(re.IGNORECASE, re.I | re.M, re.compile("a", re.I).flags & re.I, re.findall(r"^.*$", "a\nb\n", re.M), re.findall(r"(?m)$", "a\nb"), re.split(r"(?<=,)", "a,b"))
