# Small ints from every operation are the cached ones; floats and big ints are new.
ops = [5 - 3, 10 // 5, 7 % 5, 2 ** 1, 4 >> 1, 1 << 1, 6 & 3, 2 | 2, 3 ^ 1, int("2"), int(2.7), len("ab"), ord("\x02"), sum([1, 1]), round(2.4), abs(-2), max(1, 2), hash(2), True + True, "abc".find("c"), divmod(5, 2)[0], [0, 1, 2][-1], int.from_bytes(b"\x02"), pow(2, 1), (2).__index__(), range(5)[2], -(-2)]
two = 2
print(all(x is two for x in ops), len(ops))
def big(n): return n + 1000
print(big(1) is big(1), big(-1000) is big(-1000), float(1) is float(1), float("0.5") is float("0.5"))
x = float("2.5")
print(+x is x, float(x) is x, abs(x) is x, x.real is x, x.conjugate() is x)
n = 10 ** 30
print(int(n) is n, +n is n, n + 0 is n, n * 1 is n, n.real is n, n.numerator is n, abs(n) is n, round(n) is n)
print(True is (1 == 1), bool(5) is True, None is print(end=""))
class I(int): pass
i = I(5)
print(int(i) is i, int(i) == 5, +i is i)
