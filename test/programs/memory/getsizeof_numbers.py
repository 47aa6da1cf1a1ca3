# tier: C
# Sizes of numbers and constants.
import sys
print([sys.getsizeof(x) for x in (0, 1, -1, 2**30 - 1, 2**30, 2**60 - 1, 2**60, 2**90, -(2**1000))])
print([sys.getsizeof(x) for x in (0.0, 1.5, True, False, None, 1j, ..., NotImplemented, object())])
print([sys.getsizeof(2 ** n) for n in range(0, 300, 29)])
print(sys.getsizeof(range(5)), sys.getsizeof(slice(1)), sys.getsizeof(range(10**30)))
