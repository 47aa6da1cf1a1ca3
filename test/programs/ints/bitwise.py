# Bitwise operators behave as infinite two's complement.
pairs = [(12, 10), (-12, 10), (12, -10), (-12, -10), (0, -1), (1 << 70, -1), (-(1 << 70), (1 << 35) - 1)]
for a, b in pairs:
    print(a & b, a | b, a ^ b, ~a, ~b)
    assert a ^ b == (a | b) - (a & b)
    assert ~a == -a - 1
print(True & False, True | 0, True ^ True, ~7, type(True & True), type(True & 1))
x = 0b1010
x |= 0b0101
print(bin(x))
x &= 0b1100
print(bin(x))
x ^= 0xFF
print(hex(x))
try:
    print(1.0 & 2)
except TypeError as error:
    print(error)
