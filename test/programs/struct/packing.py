# struct: formats, byte order, sizes, errors.
import struct
print(struct.pack("<i", 1), struct.pack(">i", 1), struct.pack("<hIq", -1, 2**32 - 1, -5), struct.pack("b", -128), struct.pack("?", True), struct.pack("<f", 1.5), struct.pack(">d", -0.1), struct.pack("<e", 0.5), struct.pack("c", b"x"), struct.pack("5s", b"abc"), struct.pack("2s", b"abc"), struct.pack("4p", b"ab"), struct.pack("<3xb", 1), struct.pack("<2h", 1, 2), struct.pack("=BHL", 1, 2, 3))
print([struct.calcsize(f) for f in ("<bhiq", "bhiq", "@bi", "=bi", "ci", "ic", "d", "<10s", "3i", "", "n", "P", "0s", "2x", "bq", "qb")])
print(struct.unpack("<i", b"\x01\0\0\0"), struct.unpack(">hH", b"\xff\xff\xff\xff"), struct.unpack("<3B", b"abc"), struct.unpack("3s", b"abc"), struct.unpack("4p", b"\x02abz"), struct.unpack("<f", b"\0\0\xc0?"), struct.unpack("??", b"\0\x05"), struct.unpack("<e", b"\x00\x38"), struct.unpack("<2x1b", b"zz\x07"))
print(struct.unpack_from("<h", b"\0\0\x05\0", 2), list(struct.iter_unpack("<h", b"\1\0\2\0")), struct.Struct("<ih").size, struct.Struct("<ih").pack(1, 2), struct.Struct("<b").format)
buf = bytearray(8)
struct.pack_into("<ih", buf, 1, 258, -1)
print(buf, struct.unpack("<d", struct.pack("<d", 3.14)), struct.unpack(">q", struct.pack(">q", -2**63)))
for act in (lambda: struct.pack("i", "x"), lambda: struct.pack("b", 128), lambda: struct.pack("B", -1), lambda: struct.pack("h", 40000), lambda: struct.pack("<i", 2**31), lambda: struct.pack("ii", 1), lambda: struct.pack("i", 1, 2), lambda: struct.unpack("i", b"ab"), lambda: struct.pack("z", 1), lambda: struct.pack("i", 1.5), lambda: struct.pack("c", b"xy"), lambda: struct.pack("f", 1e100), lambda: struct.pack("s", "str"), lambda: struct.unpack_from("<i", b"abc"), lambda: struct.pack_into("<i", buf, 6, 1), lambda: struct.calcsize("q<"), lambda: list(struct.iter_unpack("<h", b"abc")), lambda: struct.pack("e", 1e6), lambda: struct.pack("<Q", -1)):
    try: print(act())
    except (struct.error, OverflowError, TypeError) as e: print(type(e).__name__, e)
header = struct.pack(">4sHHI", b"HEAP", 1, 2, 0xDEADBEEF)
magic, major, minor, check = struct.unpack(">4sHHI", header)
print(header.hex(), magic, major, minor, hex(check))
