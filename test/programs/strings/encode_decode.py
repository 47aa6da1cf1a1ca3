# Encodings and their error handlers.
s = "aé€😀"
for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "UTF8", "utf-16", "utf_8_sig"):
    data = s.encode(name)
    print(name, data, data.decode(name) == s)
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(handler, s.encode("ascii", handler), s.encode("latin-1", handler))
bad = b"a\xffb\xe2\x82c\xf0\x9f\x98"
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(handler, ascii(bad.decode("utf-8", handler)))
print(bad.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == bad)
for act in (lambda: s.encode("ascii"), lambda: s.encode("latin-1"), lambda: bad.decode(), lambda: bad.decode("ascii"), lambda: b"\xe2\x82".decode(), lambda: b"\xc0\x80".decode(), lambda: b"\xed\xa0\x80".decode(), lambda: "\ud800".encode(), lambda: s.encode("klingon"), lambda: s.encode("ascii", "mystery"), lambda: b"abc".decode("utf-16"), lambda: b"\x80".decode()):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
try:
    "abcé".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
print(str(b"abc", "ascii"), str(b"abc"), bytes("é", "utf-8"), str(b"\xff", errors="replace"), str(bytearray(b"x"), "utf-8"))
