# A file header packed and unpacked.
import struct
fmt = "<4sHBxI"
data = struct.pack(fmt, b"LAB1", 3, 7, 123456)
print(data, len(data), struct.calcsize(fmt), struct.unpack(fmt, data))
print(struct.pack(">I", 1), struct.pack("<I", 1), struct.unpack("<h", b"\xfe\xff"), struct.pack("<d", 1.5).hex(), struct.unpack("<f", struct.pack("<f", 0.1))[0])
try: struct.unpack("<I", b"abc")
except struct.error as e: print(e)
try: struct.pack("<B", 300)
except struct.error as e: print(e)
