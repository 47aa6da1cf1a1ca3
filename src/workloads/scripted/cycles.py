"""Cycles of every kind, made and dropped at a steady rate.

Purpose: rings, doubly linked lists, trees whose children know their parent, lists and dicts
that hold themselves, a closure that sees itself, a bound method stored in its object. Counts
never reach zero here: reference counting alone leaks all of it, a cycle collector lives on it.
Exercises: cycles, closures, bound methods, dicts, doubly linked lists
Observes: nothing
Source: the shapes of cyclic garbage in Bacon and Rajan, Concurrent Cycle Collection (2001)
"""

ROUNDS = 7500  # param: rounds, each of which makes one cycle of every kind; 1..10000000; small 12
RING = 12  # param: members of a ring and of a doubly linked list; 1..100000; small 4
TREE_DEPTH = 3  # param: depth of the tree with parent links; 1..14; small 2
KEEP = 64  # param: rounds for which a tenth of the cycles is kept; 1..100000; small 4


class Member:
    def __init__(self, value):
        self.value = value
        self.next = None


class Link:
    __slots__ = ("value", "next", "previous")

    def __init__(self, value):
        self.value = value
        self.next = None
        self.previous = None


class Branch:
    def __init__(self, parent, depth):
        self.parent = parent
        self.children = []
        if depth > 0:
            self.children.append(Branch(self, depth - 1))
            self.children.append(Branch(self, depth - 1))

    def height(self):
        steps = 0
        branch = self
        while branch.parent is not None:
            steps += 1
            branch = branch.parent
        return steps


class Holder:
    def __init__(self, value):
        self.value = value
        self.action = self.read

    def read(self):
        return self.value


def make_ring(size):
    first = last = Member(0)
    for value in range(1, size):
        last.next = Member(value)
        last = last.next
    last.next = first
    return first


def ring_total(first):
    total = first.value
    member = first.next
    while member is not first:
        total += member.value
        member = member.next
    return total


def make_links(size):
    first = last = Link(0)
    for value in range(1, size):
        link = Link(value)
        link.previous = last
        last.next = link
        last = link
    return first


def links_total(first):
    last = first
    while last.next is not None:
        last = last.next
    total = 0
    while last is not None:
        total += last.value
        last = last.previous
    return total


def make_countdown():
    def countdown(n):
        return 0 if n == 0 else 1 + countdown(n - 1)

    return countdown


def make_self_holders(value):
    outer = [value]
    outer.append(outer)
    table = {"value": value, "outer": outer}
    table["self"] = table
    return table


def deepest(branch):
    while branch.children:
        branch = branch.children[-1]
    return branch


def main():
    checksum = 0
    kept = [None] * KEEP
    for number in range(ROUNDS):
        ring = make_ring(RING)
        links = make_links(RING)
        tree = Branch(None, TREE_DEPTH)
        holders = make_self_holders(number)
        countdown = make_countdown()
        holder = Holder(number % 7)
        checksum += ring_total(ring) + links_total(links) + deepest(tree).height()
        checksum += holders["self"]["outer"][1][0] + countdown(3) + holder.action()
        checksum %= 1000003
        if number % 10 == 0:
            kept[number // 10 % KEEP] = (ring, links, tree, holders, countdown, holder)
    alive = 0
    for group in kept:
        if group is not None:
            ring, links, tree, holders, countdown, holder = group
            alive += ring_total(ring) == links_total(links)
    print("rounds:", ROUNDS)
    print("groups still held:", alive)
    print("checksum:", checksum)


main()
