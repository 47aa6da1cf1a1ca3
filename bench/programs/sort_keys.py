# Sorting with keys: lambdas, itemgetter, attrgetter, cmp_to_key, tuples, stability, min and max, bisect, heapq, classes with __lt__.

from bisect import bisect_left, insort
from functools import cmp_to_key, total_ordering
from heapq import heappop, heappush, nlargest, nsmallest
from operator import attrgetter, itemgetter


@total_ordering
class Card:
    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)


def numbers(count):
    state = 99
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state >> 8


def main():
    values = list(numbers(30000))
    records = [(f"n{value % 5000}", value % 100, value) for value in values]
    by_name = sorted(records, key=itemgetter(0))
    by_two = sorted(records, key=lambda record: (-record[1], record[0]))
    by_name.sort(key=itemgetter(1), reverse=True)
    folded = sorted((record[0].upper() for record in records), key=str.lower)
    cards = [Card(value % 4, value % 13) for value in values[:6000]]
    ordered = sorted(cards)
    by_rank = sorted(cards, key=attrgetter("rank", "suit"))
    compared = sorted(values[:8000], key=cmp_to_key(lambda a, b: a % 1000 - b % 1000))
    places = {value: place for place, value in enumerate(values)}
    by_place = sorted(set(values), key=places.__getitem__)
    total = 0
    for start in range(0, 30000, 10):
        part = values[start : start + 10]
        total += max(part, key=lambda n: n % 97) - min(part, key=lambda n: n % 89)
        part.sort(key=abs)
        total += part[5]
    window = []
    for value in values[:12000]:
        insort(window, value)
    heap = []
    for value in values[:12000]:
        heappush(heap, (value % 777, value))
    while len(heap) > 100:
        total += heappop(heap)[1] & 7
    total += bisect_left(window, 1 << 20) + sum(nlargest(50, values, key=lambda n: n % 1009)) + sum(nsmallest(50, values))
    same = [(a.suit, a.rank) for a in ordered] == [(b.suit, b.rank) for b in by_rank]
    print(by_name[7], by_two[7], folded[7], same, compared[700], by_place[17] == values[17], total)


main()
