# Floor division and modulo follow the sign of the divisor.
for a in (7, -7, 0, 1, -1):
    for b in (2, -2, 3, -3, 7, -7):
        q, r = a // b, a % b
        assert a == q * b + r
        print(a, b, q, r, divmod(a, b))
print(7 // 2.0, -7 // 2.0, 7 % -2.5, -7.5 % 2)
print(divmod(-7, 2.5), divmod(7.5, -2))
