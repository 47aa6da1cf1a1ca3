# Escape sequences in literals, raw strings, implicit concatenation.
print("tab\there", "nl\\n", 'it\'s', "q\"q", "\x41\u0042\U00000043", "\101\60\0".encode(), "\a\b\f\v".encode())
print(r"\n\t\\", r'\'', len(r"\""), R"C:\new", "\
continued", "a" "b" 'c' """d
e""" r"\f")
print(repr("'"), repr('"'), repr("'\""), repr("\\"), repr("\n\r\t"), repr("\x00\x1f\x7f\x80\xa0\xad"), repr("é€😀"), repr("\u200b\ufeff\ue000\ud800"))
print(ascii("é€😀'"), "\N{GREEK SMALL LETTER ALPHA}\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}", len("\N{GRINNING FACE}"), u"unicode")
print('''triple 'single' "double" \''' end''', """two
lines""".splitlines())
print("\1\12\123\7z".encode(), "\x7f" == chr(127), ord("\377"))
print(len("😀"), "😀"[0], "a😀b"[::-1], [hex(ord(c)) for c in "aé€😀"])
