"""Fragmentation: holes that the next size does not fit.

Purpose: fills memory with blocks of one size, frees all but every n-th of them, then asks for a
larger size, again and again. The survivors pin pools, arenas and pages; an allocator that does
not move keeps far more memory than the live bytes need.
Exercises: mixed sizes, pinned blocks, large objects, bytes, lists
Observes: nothing
Source: Robson, Bounds for some functions concerning dynamic storage allocation (1974)
"""

PHASES = 12  # param: sizes, each half as large again as the one before; 1..30; small 5
VOLUME = 1200000  # param: bytes asked for in a phase; 1000..1000000000; small 6000
FIRST_SIZE = 40  # param: bytes of a block in the first phase; 1..4096; small 40
SURVIVOR = 8  # param: every n-th block survives its phase; 2..1000; small 4
ROUNDS = 6  # param: times all phases are gone through; 1..100000; small 1


def fill(volume, size):
    """As many blocks of one size as fit the volume, each with its own bytes."""
    return [bytes([number & 255]) * size for number in range(max(2, volume // size))]


def one_round(kept):
    made = 0
    checksum = 0
    size = FIRST_SIZE
    for _ in range(PHASES):
        blocks = fill(VOLUME, size)
        made += len(blocks)
        kept.append(blocks[::SURVIVOR])
        checksum = (checksum * 31 + len(blocks[-1]) + blocks[-1][0]) % 1000003
        blocks = None
        # Half of the oldest survivors go as well: the holes get old and young neighbours.
        oldest = kept[len(kept) // 2]
        del oldest[::2]
        size += size // 2
    return made, checksum


def main():
    made = checksum = 0
    for number in range(ROUNDS):
        kept = []
        more, part = one_round(kept)
        made += more
        checksum = (checksum + part) % 1000003
        survivors = sum(len(blocks) for blocks in kept)
        live = sum(len(block) for blocks in kept for block in blocks)
        print(f"round {number + 1}: {survivors} survivors, {live} bytes")
    print("blocks made:", made)
    print("checksum:", checksum)


main()
