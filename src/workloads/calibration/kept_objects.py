"""Blocks that stay: pools and arenas fill, then empty again."""


def main(count):
    rounds = count // 4000
    for _ in range(rounds):
        kept = [None] * 4000
        place = 0
        while place < 4000:
            kept[place] = object()
            place += 1
        kept = None
