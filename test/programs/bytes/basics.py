# Making bytes, indexing, slicing, repr.
print(b"abc", b'a"b', b"a'b", b"\x00\xff\t\n\r\\", bytes(3), bytes([65, 66]), bytes((1, 2, 3)), bytes(range(5)), bytes("é", "utf-8"), bytes(b"x"), bytes(), bytes(bytearray(b"ba")))
data = b"hello"
print(data[0], data[-1], data[1:3], data[::-1], data[10:], list(data), len(data), 101 in data, b"ell" in data, b"" in data, 300 > 5)
print(data + b" world", data * 2, 0 * data, data == b"hello", data == "hello", data < b"help", data != b"x", hash(data) == hash(b"hello"), b"a" b"c")
for act in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: bytes("abc"), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: data[9], lambda: data + "x", lambda: data["a"], lambda: 256 in data, lambda: "h" in data, lambda: bytes(1, "utf-8"), lambda: bytes(None), lambda: bytes("a", 5)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
try:
    data[0] = 1
except TypeError as error:
    print(error)
class HasBytes:
    def __bytes__(self):
        return b"from dunder"
print(bytes(HasBytes()), br"\n", rb"\x", Rb"\\", bytes(True), bytes(data), bytes(data) is data)
