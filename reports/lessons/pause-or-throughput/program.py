class Tree:
    def __init__(self, depth, parent=None):
        self.parent = parent
        self.left = Tree(depth - 1, self) if depth else None
        self.right = Tree(depth - 1, self) if depth else None

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


lasting = [[n, n] for n in range(5000)]
nodes = 0
for turn in range(120):
    tree = Tree(7)
    nodes += tree.count()
print("nodes:", nodes, "/ lasting:", len(lasting))
del lasting
print("dropped")
