# match, search, fullmatch, findall, finditer, groups.
import re
m = re.match(r"(\w+)@(\w+)\.com", "ada@example.com rest")
print(m, m.group(), m.group(1, 2), m[2], m.groups(), m.span(), m.start(1), m.end(2), m.string, m.pos, m.endpos, m.re.pattern, m.lastindex, m.regs)
print(re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch("a.c", "abc") is not None, re.fullmatch("ab", "abc"), bool(re.search("", "")))
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(?:\w)(\d)", "a1 b2"), re.findall("x*", "axb"), [x.span() for x in re.finditer("a|b", "cabd")])
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)?", "2024-")
print(m.groupdict(), m.group("year"), m["month"], m.groups("none"), m.groupdict("x"), m.lastgroup, re.compile(r"(?P<a>.)(?P<b>.)").groupindex, m.expand(r"\1/\g<year>"))
p = re.compile("b")
print(p.search("abcb", 2).start(), p.match("ab", 1).span(), p.findall("abbb", 2), p.fullmatch("abc", 1, 2), p.pattern, p.flags, p.groups, p, re.compile("a", re.I | re.M))
for act in (lambda: m.group(9), lambda: m.group("nope"), lambda: re.compile("("), lambda: re.compile("*a"), lambda: re.compile("[a"), lambda: re.compile("a**"), lambda: re.compile("(?P<1>a)"), lambda: re.compile("(?P<a>x)(?P<a>y)"), lambda: re.compile(r"\1"), lambda: re.compile("a{2,1}"), lambda: re.compile("(?z)"), lambda: re.compile(r"(?<=a*)b"), lambda: re.compile("[z-a]"), lambda: re.compile("\\"), lambda: re.compile("(?P=x)"), lambda: re.compile(")"), lambda: re.match(b"a", "a"), lambda: re.match("a", b"a"), lambda: re.compile(5), lambda: re.compile(r"\q"), lambda: re.compile("x(?i)"), lambda: re.compile("(?:a"), lambda: re.compile("[[:alpha:]") ):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
try: re.compile("ab(c\nd")
except re.error as e: print(e.msg, e.pos, e.lineno, e.colno, repr(e.pattern))
