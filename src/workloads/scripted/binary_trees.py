"""Binary trees of tuples: many small ones, few large ones, one that stays.

Purpose: the allocation rate of a program that only makes immutable pairs and walks them
once; no object is ever changed after it was made, so no write barrier has work.
Exercises: tuples, recursion, short lives, long-lived data
Observes: nothing
Source: the binary-trees task of the Computer Language Benchmarks Game, after GCBench
"""

MAX_DEPTH = 13  # param: depth of the largest short-lived tree; 4..20; small 6
MIN_DEPTH = 4  # param: depth of the smallest one; 1..10; small 2


def build(depth):
    if depth == 0:
        return (None, None)
    depth -= 1
    return (build(depth), build(depth))


def nodes_of(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + nodes_of(left) + nodes_of(right)


def main():
    largest = max(MIN_DEPTH + 2, MAX_DEPTH)
    print(f"stretch tree of depth {largest + 1}: {nodes_of(build(largest + 1))} nodes")
    kept = build(largest)
    for depth in range(MIN_DEPTH, largest + 1, 2):
        repeats = 1 << (largest - depth + MIN_DEPTH)
        total = 0
        for _ in range(repeats):
            total += nodes_of(build(depth))
        print(f"{repeats} trees of depth {depth}: {total} nodes")
    print(f"kept tree of depth {largest}: {nodes_of(kept)} nodes")


main()
