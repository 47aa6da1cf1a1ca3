# Lone surrogates, astral planes, sorting by code point, splitting on odd white space.
s = "a\ud800b"
print(len(s), ascii(s), s[1] == "\ud800", ascii(s[::-1]), s.encode("utf-8", "surrogatepass"), s.encode("utf-16-le", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800")
try:
    s.encode()
except UnicodeEncodeError as e:
    print(e)
print(len("😀é"), "😀" > "\uffff", sorted(["😀", "z", "\uffff", "é"]), [hex(ord(c)) for c in "𝄞𐍈"], "\U0001F600" == "😀", "\ud83d\ude00" == "😀", chr(0x10FFFF).encode())
print("a\u2028b\x85c\x1cd\u00a0e\u3000f".split(), "a\u2028b\x85c\x1cd".splitlines(), "\u2003x\u2003".strip(), [c.isspace() for c in "\x1c\x85\u00a0\u1680\u180e\u2028\u202f\u3000\u200b\ufeff"])
print("é" == "e\u0301", len("e\u0301"), "e\u0301"[::-1].encode(), "👨‍👩‍👧", len("👨‍👩‍👧"), "🇫🇷"[0] == "🇫", "i̇".upper().encode(), "ñ".encode("latin-1"), "ñ".encode("utf-16"), "😀".encode("utf-16-be"), "ñ😀".encode("utf-32-be"))
print("٣٤".isdecimal(), int("٣٤"), float("٣.٤"), int("๕"), "²".isdigit(), "½".isnumeric())
try:
    int("²")
except ValueError as e:
    print(e)
print("日本語テキスト".find("テ"), "日本語".center(7, "＊"), "zß水🍌".encode().hex(" "), bytes.fromhex("7a c39f e6b0b4 f09f8d8c").decode(), "a😀b".translate({0x1F600: "-"}), "😀" * 2 + "a", "x😀y".partition("😀"), "😀😀".count("😀"), "😀a".rjust(4, "é"))
