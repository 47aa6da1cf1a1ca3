"""Finalizers: __del__ on chains, in cycles, with resurrection, and raising.

Purpose: objects whose death runs code, alone, in lists, in rings and in an object that saves
itself. When the code runs, and whether it runs before the end, is up to the strategy, so only
what must be true at any time is printed: at most once each, never while reachable.
Exercises: finalizers, cycles, resurrection, callbacks into the program
Observes: nothing
Source: PEP 442, Safe object finalization
"""

import gc

ROUNDS = 6000  # param: rounds; 1..10000000; small 15
CHAIN = 5  # param: objects in a chain and in a ring; 1..1000; small 3
KEEP = 40  # param: rounds for which a group is held; 1..100000; small 3


class Log:
    finalized = {}
    reachable = set()
    twice = 0
    too_early = 0
    saved = []

    @classmethod
    def note(cls, number):
        if number in cls.finalized:
            cls.twice += 1
        if number in cls.reachable:
            cls.too_early += 1
        cls.finalized[number] = cls.finalized.get(number, 0) + 1


class Guarded:
    made = 0

    def __init__(self, partner=None):
        Guarded.made += 1
        self.number = Guarded.made
        self.partner = partner

    def __del__(self):
        Log.note(self.number)
        # A finalizer that allocates, as most do.
        self.last_words = [self.number, f"object {self.number}"]


class Phoenix(Guarded):
    def __del__(self):
        Log.note(self.number)
        if len(Log.saved) < 50:
            Log.saved.append(self)


def make_chain(length):
    chain = None
    for _ in range(length):
        chain = Guarded(chain)
    return chain


def make_ring(length):
    first = Guarded()
    last = first
    for _ in range(length - 1):
        last = Guarded(last)
    first.partner = last
    return first


def numbers_of(group):
    for start in group:
        node = start
        while True:
            yield node.number
            node = node.partner
            if node is None or node is start:
                break


def main():
    held = {}
    for round_number in range(ROUNDS):
        group = (make_chain(CHAIN), make_ring(CHAIN), Phoenix())
        held[round_number] = group
        Log.reachable.update(numbers_of(group))
        if round_number >= KEEP:
            old = held.pop(round_number - KEEP)
            Log.reachable.difference_update(numbers_of(old))
            del old
        del group
    saved_whole = all(phoenix.number in Log.finalized for phoenix in Log.saved)
    for group in held.values():
        for number in numbers_of(group):
            Log.too_early += number in Log.finalized
    Log.reachable.clear()
    held.clear()
    gc.collect()
    print("objects made:", Guarded.made)
    print("finalized twice:", Log.twice)
    print("finalized while reachable:", Log.too_early)
    print("saved ones are whole:", saved_whole)
    print("not more deaths than births:", len(Log.finalized) <= Guarded.made)
    # What is saved is finalized already and must go quietly.
    before = Log.twice
    Log.saved.clear()
    gc.collect()
    print("second deaths are silent:", Log.twice == before)


main()
