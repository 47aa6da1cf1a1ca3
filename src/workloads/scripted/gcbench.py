"""GCBench: trees of many sizes die young beside one long-lived tree and array.

Purpose: builds complete binary trees top-down (an old node is made to point at younger
ones) and bottom-up (a young node points at older ones), smaller and smaller numbers of
larger and larger trees, while a long-lived tree and an array of floats stay reachable.
Every size allocates about the same number of nodes.
Exercises: trees, short lives, long-lived data, old-to-young stores
Observes: nothing
Source: the GCBench design of John Ellis, Pete Kovac and Hans Boehm (1997-2000)
"""

LONG_LIVED_DEPTH = 15  # param: depth of the tree that stays alive; 2..20; small 5
ARRAY_SIZE = 20000  # param: floats in the array that stays alive; 10..2000000; small 60
MAX_DEPTH = 14  # param: depth of the largest tree that is built and dropped; 4..18; small 6
MIN_DEPTH = 4  # param: depth of the smallest one; 2..8; small 2


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left=None, right=None):
        self.left = left
        self.right = right


def tree_size(depth):
    return (1 << (depth + 1)) - 1


def populate(depth, node):
    """Hang two new children below an existing node, down to the depth."""
    if depth > 0:
        node.left = Node()
        node.right = Node()
        populate(depth - 1, node.left)
        populate(depth - 1, node.right)


def make_tree(depth):
    """Make the children first and then the parent that holds them."""
    if depth == 0:
        return Node()
    return Node(make_tree(depth - 1), make_tree(depth - 1))


def count(node):
    total = 0
    while node is not None:
        total += 1
        if node.right is not None:
            total += count(node.right)
        node = node.left
    return total


def churn(depth, repeats):
    nodes = 0
    for _ in range(repeats):
        root = Node()
        populate(depth, root)
        nodes += count(root)
        root = None
    for _ in range(repeats):
        root = make_tree(depth)
        nodes += count(root)
        root = None
    return nodes


def main():
    stretch = make_tree(MAX_DEPTH + 1)
    print("stretch tree:", count(stretch), "nodes")
    stretch = None

    long_lived = Node()
    populate(LONG_LIVED_DEPTH, long_lived)
    array = [0.0] * ARRAY_SIZE
    for i in range(1, ARRAY_SIZE):
        array[i] = 1.0 / i

    for depth in range(MIN_DEPTH, MAX_DEPTH + 1, 2):
        repeats = max(1, tree_size(MAX_DEPTH) // tree_size(depth) // 2)
        nodes = churn(depth, repeats)
        print(f"depth {depth}: {repeats} trees each way, {nodes} nodes")

    print("long-lived tree:", count(long_lived), "nodes")
    print(f"array: {len(array)} floats, {array[1]:.3f} .. {array[-1]:.3e}")


main()
