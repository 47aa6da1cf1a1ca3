# tier: C
# str.split makes room beforehand for the most items there can be, up to 12.
import sys
def cap(l): return (sys.getsizeof(l) - 56) // 8
print([cap("a,b".split(",")), cap("a b".split()), cap("".split()), cap("".split(",")), cap("a".split(","))])
print([cap(("x" * n).split(",")) for n in range(1, 16)])
print([cap(" ".join("abcdefghijklmnop"[:n]).split()) for n in range(1, 17)])
print([cap("a,b,c,d".split(",", n)) for n in range(-1, 14)])
print([cap("a--b--c".split("--")), cap("a,b,c".rsplit(",", 1)), cap("a b c".rsplit(None, 1))])
