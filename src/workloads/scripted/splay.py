"""Splay tree: a large live set whose shape changes with every access.

Purpose: a tree of many nodes stays alive while each step inserts a new key with a payload
and removes its nearest smaller neighbour. Objects die old, in random order, and rotations
store into old objects all the time: hard for generations, good for write barriers.
Exercises: trees, pointer mutation, middle-aged deaths, old-to-young stores, strings
Observes: nothing
Source: Sleator and Tarjan, Self-adjusting binary search trees (1985), top-down splaying;
the use as a collector's workload follows the Splay benchmark of V8
"""

import random

TREE_SIZE = 4000  # param: nodes alive at any time; 10..200000; small 40
STEPS = 20000  # param: insert-and-remove steps; 1..10000000; small 60
PAYLOAD_DEPTH = 2  # param: depth of the payload tree at each node; 0..8; small 1
SEED = 1  # param: seed of the keys; 0..2147483647; small 1


class Node:
    __slots__ = ("key", "payload", "left", "right")

    def __init__(self, key, payload):
        self.key = key
        self.payload = payload
        self.left = None
        self.right = None


class SplayTree:
    def __init__(self):
        self.root = None
        self.rotations = 0

    def splay(self, key):
        """Bring the node with the key, or the last one on its path, to the root."""
        header = Node(None, None)
        left_tail = right_tail = header
        node = self.root
        while True:
            if key < node.key:
                child = node.left
                if child is None:
                    break
                if key < child.key:
                    node.left = child.right
                    child.right = node
                    node = child
                    self.rotations += 1
                    if node.left is None:
                        break
                right_tail.left = node
                right_tail = node
                node = node.left
            elif key > node.key:
                child = node.right
                if child is None:
                    break
                if key > child.key:
                    node.right = child.left
                    child.left = node
                    node = child
                    self.rotations += 1
                    if node.right is None:
                        break
                left_tail.right = node
                left_tail = node
                node = node.right
            else:
                break
        left_tail.right = node.left
        right_tail.left = node.right
        node.left = header.right
        node.right = header.left
        self.root = node

    def insert(self, key, payload):
        """Add the key; False when it is already there."""
        if self.root is None:
            self.root = Node(key, payload)
            return True
        self.splay(key)
        root = self.root
        if root.key == key:
            return False
        node = Node(key, payload)
        if key < root.key:
            node.left = root.left
            node.right = root
            root.left = None
        else:
            node.right = root.right
            node.left = root
            root.right = None
        self.root = node
        return True

    def remove(self, key):
        self.splay(key)
        removed = self.root
        if removed.left is None:
            self.root = removed.right
        else:
            right = removed.right
            self.root = removed.left
            self.splay(key)
            self.root.right = right
        return removed

    def greatest_below(self, key):
        """The largest key under the given one, or None."""
        self.splay(key)
        node = self.root
        if node.key < key:
            return node.key
        node = node.left
        if node is None:
            return None
        while node.right is not None:
            node = node.right
        return node.key

    def in_order(self):
        path = []
        node = self.root
        while path or node is not None:
            while node is not None:
                path.append(node)
                node = node.left
            node = path.pop()
            yield node
            node = node.right


def make_payload(depth, tag):
    if depth == 0:
        return {"numbers": [1, 2, 3, tag], "text": "leaf of key " + str(tag)}
    return [make_payload(depth - 1, tag), make_payload(depth - 1, tag)]


def main():
    keys = random.Random(SEED)
    tree = SplayTree()

    def insert_new():
        while True:
            key = keys.randrange(1 << 30)
            if tree.insert(key, make_payload(PAYLOAD_DEPTH, key % 1000)):
                return key

    for _ in range(TREE_SIZE):
        insert_new()
    removed_sum = 0
    for _ in range(STEPS):
        key = insert_new()
        below = tree.greatest_below(key)
        removed_sum += tree.remove(key if below is None else below).key % 1000

    size = 0
    ordered = True
    last = -1
    for node in tree.in_order():
        size += 1
        ordered = ordered and node.key > last
        last = node.key
    print("nodes alive:", size)
    print("in order:", ordered)
    print("removed keys mod 1000 add up to", removed_sum)
    print("zig-zig rotations:", tree.rotations)


main()
