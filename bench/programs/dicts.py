# Dicts and sets: look-ups, insertions, deletions, iteration; int, string and tuple keys.


def main():
    counts = {}
    state = 1
    for _ in range(400000):
        state = (state * 69069 + 1) & 0xFFFFFFFF
        key = state >> 18
        counts[key] = counts.get(key, 0) + 1
    names = {f"name{i}": i for i in range(20000)}
    total = 0
    for _ in range(8):
        for name, value in names.items():
            if name in names:
                total += names[name] ^ value
    grid = {}
    for x in range(250):
        for y in range(250):
            grid[x, y] = x * y
    for x in range(1, 249):
        for y in range(1, 249, 2):
            total += grid[x - 1, y] + grid[x + 1, y] - grid[x, y - 1]
    seen = set()
    for i in range(150000):
        seen.add(i * i % 5003)
        if i % 3 == 0:
            seen.discard(i % 5003)
    for key in list(counts):
        if key % 2:
            del counts[key]
    print(total, len(counts), sum(counts.values()), len(seen))


main()
