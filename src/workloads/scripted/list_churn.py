"""Linked-list churn: queues of nodes that die in the order they were born.

Purpose: several singly linked queues grow at one end and shrink at the other, are reversed
in place, and are now and then dropped whole, which makes one long chain of releases.
Holes appear in birth order, so the allocator sees a moving window over the heap.
Exercises: linked lists, first-in first-out deaths, pointer mutation, long release chains
Observes: nothing
Source: queue-like lifetimes as in Wilson et al., Dynamic Storage Allocation (1995), 2.2
"""

QUEUES = 8  # param: queues alive at the same time; 1..1000; small 3
LENGTH = 1000  # param: nodes in a full queue; 2..1000000; small 12
ROUNDS = 60  # param: times every queue is refilled and drained; 1..1000000; small 6
DROP_EVERY = 7  # param: every n-th round drops a whole queue at once; 1..1000; small 3


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value):
        self.value = value
        self.next = None


class Queue:
    def __init__(self):
        self.head = None
        self.tail = None
        self.length = 0

    def push(self, value):
        node = Node(value)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self.length += 1

    def pop(self):
        node = self.head
        self.head = node.next
        if self.head is None:
            self.tail = None
        self.length -= 1
        return node.value

    def reverse(self):
        node = self.head
        self.tail = node
        before = None
        while node is not None:
            node.next, before, node = before, node, node.next
        self.head = before

    def total(self):
        total = 0
        node = self.head
        while node is not None:
            total += node.value
            node = node.next
        return total


def main():
    queues = [Queue() for _ in range(QUEUES)]
    made = drained = dropped = 0
    checksum = 0
    for round_number in range(ROUNDS):
        for place in range(QUEUES):
            queue = queues[place]
            while queue.length < LENGTH:
                made += 1
                queue.push(made)
            if (round_number + place) % 3 == 0:
                queue.reverse()
            if (round_number + place) % DROP_EVERY == 0:
                checksum = (checksum * 31 + queue.total()) % 1000003
                dropped += queue.length
                queues[place] = Queue()
                continue
            # A different share stays each time, so ages mix.
            keep = LENGTH * (1 + (round_number + place) % 4) // 8
            while queue.length > keep:
                checksum = (checksum * 31 + queue.pop()) % 1000003
                drained += 1
    left = sum(queue.length for queue in queues)
    print("nodes made:", made)
    print("drained one by one:", drained)
    print("dropped with their queue:", dropped)
    print("still queued:", left)
    print("balance:", made - drained - dropped - left)
    print("checksum:", checksum)


main()
