"""A queue at a bank, a random walk, dice, Monte Carlo pi: with seeds, so that each run is the same."""
import heapq
import random
from collections import Counter
from dataclasses import dataclass, field
from math import pi, sqrt
from statistics import fmean, pstdev


@dataclass(order=True)
class Event:
    time: float
    number: int = field(compare=True)
    action: object = field(compare=False)
    data: dict = field(default_factory=dict, compare=False)


class Simulation:
    def __init__(self, seed, tellers=2):
        self.random = random.Random(seed)
        self.heap, self.now, self.counter = [], 0.0, 0
        self.free, self.line, self.waits = tellers, [], []
        self.log = []

    def at(self, delay, action, **data):
        self.counter += 1
        heapq.heappush(self.heap, Event(self.now + delay, self.counter, action, data))

    def arrive(self, customer):
        self.log.append(f"{self.now:6.2f} customer {customer} arrives")
        self.line.append((customer, self.now))
        self.serve()
        if customer < 8:
            self.at(self.random.expovariate(1 / 2), self.arrive, customer=customer + 1)

    def serve(self):
        while self.free and self.line:
            customer, since = self.line.pop(0)
            self.free -= 1
            self.waits.append(self.now - since)
            self.at(self.random.uniform(2, 6), self.finish, customer=customer)

    def finish(self, customer):
        self.log.append(f"{self.now:6.2f} customer {customer} leaves")
        self.free += 1
        self.serve()

    def run(self):
        self.at(0, self.arrive, customer=1)
        while self.heap:
            event = heapq.heappop(self.heap)
            self.now = event.time
            event.action(**event.data)
        return fmean(self.waits)


simulation = Simulation(7)
average = simulation.run()
print(*simulation.log, sep="\n")
print(f"average wait {average:.3f}, longest {max(simulation.waits):.3f}, end {simulation.now:.2f}")
print([round(Simulation(seed, tellers).run(), 3) for seed in (1, 2) for tellers in (1, 3)])

random.seed(42)
rolls = Counter(random.randint(1, 6) + random.randint(1, 6) for _ in range(600))
for total in range(2, 13):
    print(f"{total:>2} {'=' * (rolls[total] // 5):<22} {rolls[total]}")
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(5000))
print("pi is about", 4 * inside / 5000, abs(4 * inside / 5000 - pi) < 0.1)
walk = [0]
for _ in range(20):
    walk.append(walk[-1] + random.choice((-1, 1)))
print(walk, min(walk), max(walk))
cards = [f"{rank}{suit}" for suit in "♠♥♦♣" for rank in "A23456789TJQK"]
random.shuffle(cards)
print(cards[:5], random.sample(cards, 3), random.choices(["win", "lose"], weights=[1, 9], k=8))
heights = [random.gauss(175, 8) for _ in range(200)]
print(f"{fmean(heights):.2f} {pstdev(heights):.2f} {sqrt(2):.5f}", random.randrange(0, 100, 7), round(random.triangular(0, 10, 3), 4))
state = random.getstate()
first = [random.random() for _ in range(2)]
random.setstate(state)
print(first == [random.random() for _ in range(2)], random.getrandbits(16), random.uniform(5, 5))
