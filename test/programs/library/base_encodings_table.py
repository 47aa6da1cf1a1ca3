import base64, binascii, codecs, zlib, gzip, io, struct
samples = [b"", b"a", b"ab", b"abc", bytes(range(12)), "naïve".encode()]
for s in samples:
    row = [base64.b64encode(s), base64.b32encode(s), base64.b16encode(s), base64.a85encode(s), base64.b85encode(s), binascii.hexlify(s, ":") if s else b""]
    print(s, *row)
    assert base64.b64decode(row[0]) == base64.b32decode(row[1]) == base64.b16decode(row[2]) == base64.a85decode(row[3]) == base64.b85decode(row[4]) == s
print(base64.encodebytes(bytes(70)), base64.decodebytes(b"AAAA\nAAA=\n"), base64.standard_b64encode(b"\xfb\xf0"), base64.urlsafe_b64decode("-_A="), base64.b64encode(b"\xfb\xf0", altchars=b"@!"))
print(base64.a85encode(b"test" * 4, wrapcol=10, adobe=True), base64.a85encode(bytes(8)), base64.a85decode(b"<~FD,B0~>", adobe=True), base64.b32hexencode(b"hey"), base64.b16decode("ff", casefold=True), base64.b32decode("mzxw6===", True))
for f, a in [(base64.b64decode, "abc"), (base64.b64decode, b"a\xff=="), (base64.b32decode, "a"), (base64.b32decode, "A1======"), (base64.b16decode, "0g"), (base64.b16decode, "abc"), (base64.a85decode, b"\x80"), (base64.b85decode, b"~~~~~~"), (base64.b85decode, b" "), (binascii.unhexlify, "abc"), (binascii.unhexlify, "zz"), (base64.b64encode, "str"), (base64.b64decode, "é"), (base64.b64decode, 5)]:
    try: print(f.__name__, f(a))
    except Exception as e: print(f.__name__, type(e).__name__, e)
print(binascii.crc32(b"123456789"), binascii.crc_hqx(b"123456789", 0xFFFF), zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"), zlib.adler32(b"Wikipedia"), binascii.b2a_uu(b"Cat"), binascii.a2b_uu(b"#0V%T\n"), binascii.b2a_qp(b"caf\xc3\xa9 = x\n"), binascii.a2b_qp(b"caf=C3=A9=\n!"))
z = zlib.compressobj(); data = z.compress(b"x" * 50) + z.flush(); d = zlib.decompressobj(); print(d.decompress(data) + d.flush(), d.eof, gzip.decompress(gzip.compress(b"hello", mtime=0)))
buf = io.BytesIO()
with gzip.open(buf, "wt") as f: f.write("line one\nline two\n")
buf.seek(0); print(gzip.open(buf, "rt").read().split("\n"))
for bad in [b"", b"abc", zlib.compress(b"hello")[:-3]]:
    try: print(zlib.decompress(bad))
    except zlib.error as e: print(e)
print(codecs.decode(b"68656c6c6f", "hex"), codecs.encode("uryyb", "rot_13"), codecs.escape_decode(rb"a\x41\n")[0] if hasattr(codecs, "escape_decode") else "", codecs.encode("é\n", "unicode_escape"), codecs.decode(rb"\u00e9\t", "unicode_escape"))
for n in ["utf8", "UTF-16LE", "latin_1", "ascii", "utf-8-sig"]: print(codecs.lookup(n).name, end=" ")
inc = codecs.getincrementaldecoder("utf-8")("replace"); print([inc.decode(bytes([b])) for b in "a€é".encode()], inc.decode(b"\xff", True))
class Rev(codecs.Codec): pass
def search(name): return codecs.CodecInfo(lambda s, e="strict": (s[::-1].encode(), len(s)), lambda b, e="strict": (bytes(b).decode()[::-1], len(b)), name="rev") if name == "rev" else None
codecs.register(search); print(codecs.encode("abc", "rev"), codecs.decode(b"xyz", "rev"))
for n in ["nope", "utf-99"]:
    try: codecs.lookup(n)
    except LookupError as e: print(e)
