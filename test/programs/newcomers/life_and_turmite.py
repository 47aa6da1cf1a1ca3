"""Conway's life with sets, Langton's ant with complex numbers, rule 30 with strings, Sierpinski with bits."""
from collections import Counter


def step(cells):
    around = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return frozenset(cell for cell, count in around.items() if count == 3 or count == 2 and cell in cells)


def show(cells, width=8, height=5):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(width)) for y in range(height))


glider = frozenset({(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)})
cells = glider
for generation in range(4):
    print(f"-- {generation}: {len(cells)} cells")
    print(show(cells))
    cells = step(cells)
print(cells == frozenset((x + 1, y + 1) for x, y in glider))

blinker = frozenset({(0, 1), (1, 1), (2, 1)})
seen = {}
cells = blinker
while cells not in seen:
    seen[cells] = len(seen)
    cells = step(cells)
print("period", len(seen) - seen[cells])


def ant(steps):
    black, place, heading = set(), 0 + 0j, 1j
    for _ in range(steps):
        if place in black:
            black.remove(place)
            heading *= 1j
        else:
            black.add(place)
            heading *= -1j
        place += heading
    return black, place


black, place = ant(200)
print(len(black), place, abs(place), sorted({(int(c.real), int(c.imag)) for c in black})[:4])

row = "." * 15 + "#" + "." * 15
for _ in range(8):
    print(row)
    row = "".join("#" if left != "#" and (here == "#" or right == "#") or left == "#" and here != "#" and right != "#" else "." for left, here, right in zip("." + row, row, row[1:] + "."))

for n in range(8):
    print(" " * (7 - n) + " ".join("*" if n & k == k else " " for k in range(n + 1)))
pattern = 1
for _ in range(5):
    print(f"{pattern:>33b} {pattern:#x} {pattern.bit_count()} {pattern.bit_length()}")
    pattern ^= pattern << 1
