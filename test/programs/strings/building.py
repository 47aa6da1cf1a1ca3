# Building long strings in several ways gives the same text.
pieces = [str(i) for i in range(1000)]
a = ""
for p in pieces:
    a += p
b = "".join(pieces)
c = "%s" * 3 % (b[:10], b[10:20], b[20:30])
print(a == b, len(a), a[:20], a[-20:], c, hash(a) == hash(b))
grid = [["." for _ in range(8)] for _ in range(3)]
grid[1][3] = "#"
print("\n".join("".join(row) for row in grid))
s = "ab"
for i in range(10):
    s += s[::-1]
print(len(s), s[:16], s.count("abba"), s == s[::-1])
out = []
for n in range(1, 16):
    out.append("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or str(n))
print(" ".join(out))
print("é" * 5 + "a", ("é" + "a")[1], ("€" * 3)[:2], ("😀a" * 2)[1:3], len("a" * 1000 + "😀"), ("a" * 1000 + "😀")[-1])
