# Patterns that need backtracking, nested quantifiers, greedy against lazy, empty matches.
import re
print(re.match(r"(a+)+$", "a" * 20 + "b"), re.match(r"(?:a|a)*b", "a" * 15), re.fullmatch(r"(\w+\s?)+", "many words in a row") is not None)
print(re.match(r"(.*)(\d+)", "abc123").groups(), re.match(r"(.*?)(\d+)", "abc123").groups(), re.match(r"(.*)(\d+)$", "x1").groups(), re.match(r"(a|ab|abc)(d|cd|bcd)", "abcd").groups(), re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"(?:(a)|(b))*", "ab").groups(), re.match(r"((a)|b)*", "aab").groups())
print([m.span() for m in re.finditer(r"a*", "baac")], [m.span() for m in re.finditer(r"(?=a)", "aab")], re.findall(r"(?=(\w\w))", "abcd"), re.search(r"(?=.*\d)(?=.*[a-z]).{4,}", "ab12").group(), re.findall(r"a(?!b)", "abaca"))
print(re.match(r"^(?:(?P<a>x)|y)(?(a)1|2)$", "x1") is not None, re.match(r"(a?)(a?)(a?)aaa", "aaa").groups(), re.match(r"(x+x+)+y", "xxxxxxy").group(), re.match("(?:x{2,3}){2}", "xxxxx").group())
balanced = re.compile(r"\(([^()]|\([^()]*\))*\)")
print(balanced.search("f(a(b)c)d").group(), balanced.search("((x)"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"), re.findall(r"(\w+) \1", "the the cat sat sat"), re.match(r"(?i)(a)\1", "aA").group(), re.match(r"(\d+)(?:px|em)(?!\w)", "12px").group(1))
print(len(re.findall(r"\b\w", "a " * 500)), re.match("a" * 50, "a" * 60).end(), re.match("(?:" * 20 + "a" + ")" * 20, "a").end(), re.search("x" * 3 + "$", "x" * 1000).start())
