# tier: C
# Sizes of strings by their widest character, and of bytes.
import sys
print([sys.getsizeof("a" * n) for n in (0, 1, 2, 10, 100)])
print([sys.getsizeof("é" * n) for n in (1, 2, 10)], [sys.getsizeof("€" * n) for n in (1, 2, 10)], [sys.getsizeof("😀" * n) for n in (1, 2, 10)])
print([sys.getsizeof(b"a" * n) for n in (0, 1, 10, 100)], [sys.getsizeof(bytearray(n)) for n in (0, 1, 10)])
print(sys.getsizeof("abc" + "é"), sys.getsizeof("abc€"), sys.getsizeof("a" * 50 + "😀"))
