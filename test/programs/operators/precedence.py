# Precedence and associativity.
print(2 + 3 * 4 ** 2 ** 0, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -3 // 2, -(3 // 2), 7 - 3 - 2, 100 / 10 / 2, 2 * 3 % 4, 8 // 3 * 3)
print(1 + 2 << 3, 1 << 2 + 3, 6 & 3 == 3, (6 & 3) == 2, 1 | 2 ^ 3 & 4, ~1 + 2, not 1 + 1 == 3, 5 & 4 | 1 ^ 1)
print(1 if 0 else 2 if 0 else 3, not True == False, 1 or 0 and 0, (1 or 0) and 0, (lambda: 1 if 0 else 2)())
print([1, 2][0] + [3][0] * 2, -[1][0] ** 2, "a" "b" * 2, "a" + "b" * 2, *[1, 2] + [3], -1 ** 2 + 1, +-+1, - - 5, ~-5, 3 - -3, 2 ** ~1 + 1)
print((lambda x: x + 1)(2) * 3, [x for x in range(3) if x or not x][-1] ** 2, {"k": 2}["k"] ** 3, "abc".upper()[1:] * 2, 1 < 2 == True, (1 < 2) == True)
print(3 in [1, 2] + [3], 3 in [1, 2] or 3, not 3 in [3], 1 + 1 in [2], 5 > 3 if 1 else 0)
