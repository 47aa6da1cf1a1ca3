# Unicode identifiers, normalisation, \N escapes, unicodedata-free properties.
größe = 5
π = 3.14
名前 = "name"
ﬁ = 1
print(größe, π, 名前, fi, "fi" in globals(), "ﬁ" in globals())
class Ünïcode:
    café = "coffee"
print(Ünïcode.café, Ünïcode.__name__, getattr(Ünïcode, "café"))
def ñandú(été=1): return été
print(ñandú(été=2), ñandú.__name__)
print("\N{GREEK SMALL LETTER PI}", "\N{snowman}", "\N{LATIN SMALL LETTER A WITH DIAERESIS}", "\N{EURO SIGN}", f"\N{EM DASH}{π}")
for c in ("a", "é", "ß", "Σ", "ς", "中", "٣", "½", "Ⅷ", "😀", " ", "\u200b", "_", "ǅ", "ª", "\u0301", "İ", "ı", "ŉ", "ﬀ"):
    print(ascii(c), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isspace(), c.isidentifier(), ("a" + c).isidentifier(), c.isprintable(), ascii(c.upper()), ascii(c.lower()), ascii(c.title()), ascii(c.casefold()), ascii(c.swapcase()))
