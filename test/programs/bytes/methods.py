# The methods bytes shares with str.
b = b"  Hello, World  "
print(b.strip(), b.lstrip(), b.rstrip(), b.upper(), b.lower(), b.swapcase(), b.title(), b.strip().capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.count(b"l"), b.count(108), b.index(b"W"))
print(b.split(), b.split(b","), b.partition(b","), b.rpartition(b"o"), b.replace(b"l", b"LL"), b.replace(b"", b"-")[:6], b"a\nb\r\nc".splitlines(), b"a,b,c".rsplit(b",", 1), b",".join([b"x", bytearray(b"y")]))
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"ab".center(6, b"*"), b"ab".ljust(4), b"ab".rjust(4, b"."), b"7".zfill(3), b"-7".zfill(4), b"a\tb".expandtabs(4), b"xxhixx".strip(b"x"), b"prefix-x".removeprefix(b"prefix-"))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \n".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"".isalpha(), b"\xe9".isalpha(), b"abc".isascii(), b"\xff".isascii())
print(b"abc".translate(bytes.maketrans(b"abc", b"xyz")), b"hello".translate(None, b"l"), b"abcb".translate(bytes.maketrans(b"b", b"B"), b"a"))
print(b"\xde\xad".hex(), b"\xde\xad\xbe\xef".hex("-"), b"\xde\xad\xbe\xef\x01".hex(":", 2), b"\xde\xad\xbe\xef\x01".hex(":", -2), bytes.fromhex("de ad BEEF"), bytes.fromhex(""))
for act in (lambda: bytes.fromhex("abc"), lambda: bytes.fromhex("zz"), lambda: b"a".split(""), lambda: b"a".join(["x"]), lambda: b"a".find("a"), lambda: b"a".index(b"z"), lambda: b"abc".replace("a", "b"), lambda: b"a".split(b""), lambda: bytes.maketrans(b"a", b"bc"), lambda: b"a".find(256), lambda: b"a".startswith("a"), lambda: b"a".center(5, "x")):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
