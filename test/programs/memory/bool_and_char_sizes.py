# tier: C
# Bools are ints of one digit; shared one-character strings beyond ASCII keep their UTF-8.
import sys
print([sys.getsizeof(x) for x in (True, False, 0, 1, 2 ** 30, None, ..., NotImplemented)])
print([sys.getsizeof(chr(c)) for c in (0, 65, 127, 128, 233, 255, 256, 0x20AC, 0x10000)])
print(sys.getsizeof("é" + "é"), sys.getsizeof("aé"), sys.getsizeof("ab" + chr(300)))
print([sys.getsizeof(x) for x in (str.join, "".join, len, [].append, int.__add__, object())])
