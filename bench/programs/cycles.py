# Cycles: rings and parent links that only a cycle collector frees.


class Node:
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        self.other = None


def family(width):
    top = Node(None)
    for _ in range(width):
        child = Node(top)
        top.children.append(child)
        child.children.append(Node(child))
    for child in top.children:
        child.other = child.children[0]
        child.children[0].other = top
    return top


def ring(length):
    first = last = [0, None]
    for value in range(1, length):
        last[1] = [value, None]
        last = last[1]
    last[1] = first
    return first


def main():
    total = 0
    for number in range(36000):
        top = family(4)
        total += len(top.children[number % 4].other.other.children)
        start = ring(10)
        total += start[1][1][0] + number % 3
    print(total)


main()
