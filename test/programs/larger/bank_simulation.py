# A discrete-event simulation of a bank with tellers, a queue, and impatient customers.
import heapq
import random
from collections import Counter, deque


class Event:
    __slots__ = ("time", "order", "action")
    made = 0

    def __init__(self, time, action):
        self.time, self.action = time, action
        Event.made += 1
        self.order = Event.made

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Simulation:
    def __init__(self, seed):
        self.rng, self.now, self.queue, self.handled = random.Random(seed), 0, [], 0

    def at(self, delay, action):
        event = Event(self.now + delay, action)
        heapq.heappush(self.queue, event)
        return event

    def run(self, until):
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            if event.action is not None:
                event.action()
                self.handled += 1
        self.now = until


class Customer:
    def __init__(self, number, arrived, patience, kind):
        self.number, self.arrived, self.patience, self.kind = number, arrived, patience, kind
        self.started = self.left = None

    @property
    def waited(self):
        return (self.started if self.started is not None else self.left) - self.arrived


class Teller:
    def __init__(self, name, skill):
        self.name, self.skill, self.busy_since, self.worked, self.served = name, skill, None, 0, 0


class Bank:
    KINDS = {"deposit": (2, 4), "withdraw": (1, 3), "loan": (10, 20)}

    def __init__(self, sim, tellers, mean_gap):
        self.sim, self.tellers, self.mean_gap = sim, tellers, mean_gap
        self.line, self.done, self.gone, self.longest, self.area, self.last = deque(), [], [], 0, 0, 0
        self.count, self.log = 0, []
        sim.at(0, self.arrive)

    def note(self, text):
        if len(self.log) < 12:
            self.log.append(f"{self.sim.now:4d} {text}")

    def track(self):
        self.area += len(self.line) * (self.sim.now - self.last)
        self.last = self.sim.now

    def arrive(self):
        self.count += 1
        rng = self.sim.rng
        kind = rng.choices(list(self.KINDS), weights=[5, 4, 1])[0]
        c = Customer(self.count, self.sim.now, rng.randint(5, 30), kind)
        self.note(f"customer {c.number} comes to {kind}")
        self.track()
        self.line.append(c)
        self.longest = max(self.longest, len(self.line))
        self.sim.at(c.patience, lambda: self.give_up(c))
        self.sim.at(1 + int(rng.expovariate(1 / self.mean_gap)), self.arrive)
        self.serve()

    def serve(self):
        for t in self.tellers:
            if t.busy_since is None and self.line:
                self.track()
                c = self.line.popleft()
                c.started, t.busy_since = self.sim.now, self.sim.now
                low, high = self.KINDS[c.kind]
                length = max(1, round(self.sim.rng.uniform(low, high) / t.skill))
                self.note(f"{t.name} serves {c.number} for {length}")
                self.sim.at(length, lambda t=t, c=c: self.finish(t, c))

    def finish(self, t, c):
        t.worked += self.sim.now - t.busy_since
        t.busy_since = None
        t.served += 1
        c.left = self.sim.now
        self.done.append(c)
        self.note(f"{t.name} is done with {c.number}")
        self.serve()

    def give_up(self, c):
        if c in self.line:
            self.track()
            self.line.remove(c)
            c.left = self.sim.now
            self.gone.append(c)
            self.note(f"customer {c.number} walks out")

    def report(self):
        waits = sorted(c.waited for c in self.done)
        self.track()
        print(f"  came {self.count}, served {len(self.done)}, walked out {len(self.gone)}, still in line {len(self.line)}")
        print(f"  wait: mean {sum(waits) / len(waits):.3f}, median {waits[len(waits) // 2]}, longest {waits[-1]}; line: mean {self.area / self.sim.now:.3f}, longest {self.longest}")
        for t in self.tellers:
            worked = t.worked + (self.sim.now - t.busy_since if t.busy_since is not None else 0)
            print(f"  {t.name}: {t.served} customers, busy {worked / self.sim.now:.1%}")
        print("  kinds:", dict(sorted(Counter(c.kind for c in self.done).items())))


for seed, skills, gap in (("monday", [1.0, 1.2], 2.0), ("tuesday", [1.0], 2.0), ("friday", [1, 0.8, 1.5], 1.0)):
    sim = Simulation(seed)
    bank = Bank(sim, [Teller(f"teller {chr(65 + i)}", s) for i, s in enumerate(skills)], gap)
    sim.run(480)
    print(seed, sim.handled, "events", len(sim.queue), "pending")
    bank.report()
    if seed == "monday":
        print("\n".join(bank.log))
    assert bank.count == len(bank.done) + len(bank.gone) + len(bank.line) + sum(t.busy_since is not None for t in bank.tellers)
