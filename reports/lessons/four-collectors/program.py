class Node:
    def __init__(self, number):
        self.number = number
        self.partner = None


def pair(number):
    left = Node(number)
    right = Node(number + 1)
    left.partner = right
    right.partner = left
    return left


kept = []
for number in range(0, 32000, 2):
    node = pair(number)
    if number % 160 == 0:
        kept.append(node)

print("kept", len(kept), "of", number // 2 + 1, "pairs")
print("sum", sum(node.partner.number for node in kept))
