# Literal forms of integers, with underscores and bases.
print(0, 00, 0_0, 1_000_000, 0x_ff, 0XDEADbeef, 0o17, 0O7_7, 0b1010, 0B_1111_0000)
print(0xFFFFFFFFFFFFFFFF, 0o7777777777777777777777, 0b1 == 0o1 == 0x1)
print(1_2.3_4, 1e1_0, 10_0.0e-0_2)
print(-0, +5, -+-5, ~-1, --3)
print(5 .bit_length(), (5).real, 5..is_integer())
print(1 if True else 2, [1 for _ in range(2)])
