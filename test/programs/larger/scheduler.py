# An operating-system scheduler with generator processes: priorities, semaphores, pipes, deadlock detection.
from collections import deque, defaultdict
from dataclasses import dataclass, field
import heapq


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple = ()


def sleep(n):
    return Call("sleep", (n,))


def send(ch, v):
    return Call("send", (ch, v))


def recv(ch):
    return Call("recv", (ch,))


def acquire(lock):
    return Call("acquire", (lock,))


def release(lock):
    return Call("release", (lock,))


def spawn(gen, name, priority=1):
    return Call("spawn", (gen, name, priority))


def join(pid):
    return Call("join", (pid,))


class Killed(Exception):
    pass


@dataclass(order=True)
class Process:
    priority: int
    turn: int
    pid: int = field(compare=False)
    name: str = field(compare=False)
    gen: object = field(compare=False, repr=False)
    value: object = field(default=None, compare=False, repr=False)
    error: object = field(default=None, compare=False, repr=False)
    state: str = field(default="ready", compare=False)
    result: object = field(default=None, compare=False)
    ticks: int = field(default=0, compare=False)


class Kernel:
    def __init__(self, trace=False):
        self.time, self.turns, self.pids = 0, 0, 0
        self.ready, self.sleeping, self.all = [], [], {}
        self.channels, self.locks, self.joiners, self.waiting = defaultdict(deque), {}, defaultdict(list), {}
        self.receivers, self.lock_queue = defaultdict(deque), defaultdict(deque)
        self.trace, self.log = trace, []

    def note(self, *words):
        if self.trace:
            self.log.append(f"[{self.time:3}] " + " ".join(map(str, words)))

    def start(self, gen, name, priority=1):
        self.pids += 1
        p = Process(priority, 0, self.pids, name, gen)
        self.all[p.pid] = p
        self.make_ready(p)
        self.note("start", name, "as", p.pid)
        return p.pid

    def make_ready(self, p, value=None, error=None):
        self.turns += 1
        p.turn, p.value, p.error, p.state = self.turns, value, error, "ready"
        self.waiting.pop(p.pid, None)
        heapq.heappush(self.ready, p)

    def block(self, p, why):
        p.state = why
        self.waiting[p.pid] = why

    def run(self, limit=10_000):
        while self.ready or self.sleeping:
            if not self.ready:
                self.time = self.sleeping[0][0]
            while self.sleeping and self.sleeping[0][0] <= self.time:
                self.make_ready(heapq.heappop(self.sleeping)[2])
            p = heapq.heappop(self.ready)
            if p.state == "dead":
                continue
            self.time += 1
            p.ticks += 1
            if self.time > limit:
                raise RuntimeError("time is up")
            try:
                call = p.gen.throw(p.error) if p.error else p.gen.send(p.value)
            except StopIteration as stop:
                self.finish(p, stop.value)
            except Killed:
                self.finish(p, "killed")
            except Exception as e:
                self.note(p.name, "failed:", repr(e))
                self.finish(p, e)
            else:
                self.handle(p, call)
        return {pid: why for pid, why in self.waiting.items()}

    def finish(self, p, result):
        p.state, p.result = "dead", result
        self.note("end", p.name, "->", result)
        for j in self.joiners.pop(p.pid, ()):
            self.make_ready(j, result)
        for lock in [l for l, owner in self.locks.items() if owner is p]:
            self.note("lock", lock, "freed by death")
            self.unlock(lock)

    def unlock(self, lock):
        if self.lock_queue[lock]:
            nxt = self.lock_queue[lock].popleft()
            self.locks[lock] = nxt
            self.make_ready(nxt)
        else:
            del self.locks[lock]

    def handle(self, p, call):
        match call:
            case Call("sleep", (n,)):
                self.block(p, "sleep")
                self.waiting.pop(p.pid)
                heapq.heappush(self.sleeping, (self.time + n, p.pid, p))
            case Call("send", (ch, v)):
                if self.receivers[ch]:
                    self.make_ready(self.receivers[ch].popleft(), v)
                else:
                    self.channels[ch].append(v)
                self.make_ready(p)
            case Call("recv", (ch,)):
                if self.channels[ch]:
                    self.make_ready(p, self.channels[ch].popleft())
                else:
                    self.receivers[ch].append(p)
                    self.block(p, f"recv {ch}")
            case Call("acquire", (lock,)):
                if lock not in self.locks:
                    self.locks[lock] = p
                    self.make_ready(p)
                else:
                    self.lock_queue[lock].append(p)
                    self.block(p, f"lock {lock} of {self.locks[lock].name}")
            case Call("release", (lock,)):
                if self.locks.get(lock) is not p:
                    self.make_ready(p, error=RuntimeError(f"{p.name} does not hold {lock}"))
                else:
                    self.unlock(lock)
                    self.make_ready(p)
            case Call("spawn", args):
                self.make_ready(p, self.start(*args))
            case Call("join", (pid,)):
                if self.all[pid].state == "dead":
                    self.make_ready(p, self.all[pid].result)
                else:
                    self.joiners[pid].append(p)
                    self.block(p, f"join {self.all[pid].name}")
            case Call("kill", (pid,)):
                self.make_ready(self.all[pid], error=Killed())
                self.make_ready(p)
            case None:
                self.make_ready(p)
            case other:
                self.make_ready(p, error=TypeError(f"bad system call {other!r}"))


def worker(n, out):
    total = 0
    for i in range(n):
        total += i
        yield sleep(i)
    yield send(out, (n, total))
    return total


def parent(out):
    pids = []
    for n in (3, 5, 2):
        pids.append((yield spawn(worker(n, out), f"worker{n}")))
    for _ in pids:
        print("message", (yield recv(out)))
    results = []
    for pid in pids:
        results.append((yield join(pid)))
    return results


k = Kernel(trace=True)
main = k.start(parent("out"), "parent")
print(k.run(), k.all[main].result, k.time)
print("\n".join(k.log))


def philosopher(name, first, second, log):
    for _ in range(2):
        yield acquire(first)
        yield
        yield acquire(second)
        log.append(f"{name} eats")
        yield sleep(2)
        yield release(second)
        yield release(first)
    return name


for careful in (False, True):
    k, log = Kernel(), []
    for i in range(4):
        forks = (f"fork{i}", f"fork{(i + 1) % 4}")
        k.start(philosopher("ABCD"[i], *(sorted(forks) if careful else forks), log), f"phil{'ABCD'[i]}")
    print("careful" if careful else "greedy", k.run(), log, k.time)


def failing():
    yield sleep(1)
    raise ValueError("broken")


def misbehaving():
    try:
        yield release("not held")
    except RuntimeError as e:
        print("told:", e)
    try:
        yield "nonsense"
    except TypeError as e:
        print("told:", e)
    yield acquire("L")
    return "leaves the lock"


def waiter():
    yield sleep(3)
    yield acquire("L")
    return "got the lock"


def victim():
    try:
        while True:
            yield sleep(1)
    finally:
        print("victim cleans up")


def killer(pid):
    yield sleep(5)
    yield Call("kill", (pid,))
    return (yield join(pid))


k = Kernel()
pids = [k.start(failing(), "failing"), k.start(misbehaving(), "misbehaving"), k.start(waiter(), "waiter")]
v = k.start(victim(), "victim")
pids.append(k.start(killer(v), "killer", 0))
print(k.run(), [k.all[p].result for p in pids], k.all[v].result, {p.name: p.ticks for p in k.all.values()})


def spin(name, n, log):
    for i in range(n):
        log.append(name)
        yield


k, log = Kernel(), []
for name, pri in (("low", 5), ("high", 0), ("mid", 2), ("mid2", 2)):
    k.start(spin(name, 3, log), name, pri)
k.run()
print(log, repr(k.all[1]))
k = Kernel()
k.start(spin("x", 10**9, deque(maxlen=1)), "endless")
try:
    k.run(500)
except RuntimeError as e:
    print(e, k.time)
