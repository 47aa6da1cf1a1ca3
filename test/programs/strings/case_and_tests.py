# Case conversion and the is* tests.
for s in ("hello world", "HELLO", "Hello World", "they're bill's", "", "123", "abc123", "ǆ", "straße", "ΑΣ", "İ", "ﬁ", "ñÑ", "x\ty"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    print([getattr(s, m)() for m in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii", "isdecimal", "isnumeric")])
for c in ("²", "½", "٣", "Ⅷ", " ", "\u00a0", "\x1f", "_", "a b", "ª", "ǅ", "\n", "名", "9a", "\u200b"):
    print(ascii(c), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isspace(), c.isidentifier(), c.isprintable(), c.isalpha(), c.isupper(), c.islower())
print("straße".casefold() == "STRASSE".casefold(), "ß".upper(), "ﬀ".title(), "ŉ".upper())
