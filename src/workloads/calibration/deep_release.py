"""Chains of lists: one release sets off many."""


def main(count):
    for _ in range(count // 500):
        chain = None
        place = 0
        while place < 500:
            chain = [chain]
            place += 1
        chain = None
