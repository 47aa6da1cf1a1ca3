# Loops with formatted output.
print("  C      F")
for c in range(-10, 41, 10):
    print(f"{c:4d} {c * 9 / 5 + 32:6.1f}")
print()
for row in range(1, 10):
    for col in range(1, row + 1):
        print(f"{col}x{row}={row * col:<3}", end="")
    print()
n = 5
for i in range(1, n + 1):
    print(" " * (n - i) + "*" * (2 * i - 1))
i = 10
while i > 0:
    print(i, end=" ")
    i -= 3
print("lift-off")
