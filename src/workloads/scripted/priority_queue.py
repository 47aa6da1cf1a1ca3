"""Priority queue: an event simulation over a pairing heap.

Purpose: events are born with an exponential time to live and die when their time comes, so
lifetimes are spread over the whole range; the heap links nodes to siblings and children.
Exercises: exponential lifetimes, pointer mutation, objects, floats, closures
Observes: nothing
Source: Fredman, Sedgewick, Sleator and Tarjan, The pairing heap (1986); a bank with counters
"""

import math
import random

CUSTOMERS = 24000  # param: customers that come in; 1..100000000; small 40
COUNTERS = 4  # param: counters that serve them; 1..10000; small 2
SEED = 1  # param: seed of the arrivals; 0..2147483647; small 1


class Event:
    __slots__ = ("time", "order", "action", "child", "sibling")

    def __init__(self, time, order, action):
        self.time = time
        self.order = order
        self.action = action
        self.child = None
        self.sibling = None

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


def melded(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if b < a:
        a, b = b, a
    b.sibling = a.child
    a.child = b
    return a


def without_root(root):
    """Meld the children in pairs from the left, then all pairs from the right."""
    pairs = []
    child = root.child
    while child is not None:
        other = child.sibling
        following = other.sibling if other is not None else None
        child.sibling = None
        if other is not None:
            other.sibling = None
        pairs.append(melded(child, other))
        child = following
    heap = None
    while pairs:
        heap = melded(heap, pairs.pop())
    root.child = None
    return heap


class Simulation:
    def __init__(self):
        self.now = 0.0
        self.heap = None
        self.scheduled = 0

    def after(self, delay, action):
        self.scheduled += 1
        self.heap = melded(self.heap, Event(self.now + delay, self.scheduled, action))

    def run(self):
        while self.heap is not None:
            event = self.heap
            self.heap = without_root(event)
            self.now = event.time
            event.action()


class Bank:
    def __init__(self, simulation, counters, customers, dice):
        self.simulation = simulation
        self.free = counters
        self.left_to_come = customers
        self.dice = dice
        self.waiting_since = []
        self.served = 0
        self.waited = 0.0
        self.longest_queue = 0

    def delay(self, mean):
        return -mean * math.log(1.0 - self.dice.random())

    def arrive(self):
        self.waiting_since.append(self.simulation.now)
        self.longest_queue = max(self.longest_queue, len(self.waiting_since))
        self.left_to_come -= 1
        if self.left_to_come > 0:
            self.simulation.after(self.delay(1.0), self.arrive)
        self.serve()

    def serve(self):
        if self.free == 0 or not self.waiting_since:
            return
        self.free -= 1
        since = self.waiting_since.pop(0)
        self.waited += self.simulation.now - since

        def leave():
            self.free += 1
            self.served += 1
            self.serve()

        self.simulation.after(self.delay(0.9 * COUNTERS), leave)


def main():
    simulation = Simulation()
    bank = Bank(simulation, COUNTERS, CUSTOMERS, random.Random(SEED))
    simulation.after(0.0, bank.arrive)
    simulation.run()
    print("served:", bank.served)
    print("events:", simulation.scheduled)
    print(f"closing time: {simulation.now:.4f}")
    print(f"mean wait: {bank.waited / bank.served:.4f}")
    print("longest queue:", bank.longest_queue)


main()
