# A little event system: callbacks, timers, state machine.
import heapq
class Loop:
    def __init__(self): self.now, self.heap, self.n, self.handlers = 0, [], 0, {}
    def on(self, name, f): self.handlers.setdefault(name, []).append(f); return self
    def emit(self, name, *args): return [f(*args) for f in list(self.handlers.get(name, ()))]
    def after(self, delay, f, *args):
        self.n += 1
        heapq.heappush(self.heap, (self.now + delay, self.n, f, args))
    def run(self, until=float("inf")):
        while self.heap and self.heap[0][0] <= until:
            self.now, _, f, args = heapq.heappop(self.heap)
            try: f(*args)
            except Exception as e: print(f"{self.now}: {type(e).__name__} in {getattr(f, '__name__', 'callback')}: {e}")
class Light:
    NEXT = {"red": ("green", 5), "green": ("yellow", 4), "yellow": ("red", 1)}
    def __init__(self, loop):
        self.loop, self.state = loop, "red"
        loop.after(2, self.change)
        loop.on("break", self.fail)
    def change(self):
        if self.state == "broken": return
        self.state, wait = self.NEXT[self.state]
        print(f"{self.loop.now}: {self.state}")
        self.loop.after(wait, self.change)
    def fail(self, why):
        old, self.state = self.state, "broken"
        return f"{old} -> broken ({why})"
loop = Loop()
light = Light(loop)
def bad(): raise RuntimeError("no such thing")
loop.after(3, bad)
loop.after(13, lambda: print(loop.now, loop.emit("break", "storm")))
def tick(n):
    if n: loop.after(2.5, tick, n - 1)
    else: print("ticks done at", loop.now)
tick(4)
loop.run(until=9)
print("paused", loop.now, len(loop.heap))
loop.run()
print("end", loop.now, light.state, loop.emit("nothing"))
class Machine:
    def __init__(self, table, start): self.table, self.state, self.path = table, start, [start]
    def feed(self, symbols):
        for s in symbols:
            try: self.state = self.table[self.state, s]
            except KeyError: return f"stuck in {self.state} at {s!r}"
            self.path.append(self.state)
        return self.state
vend = {("0", "5"): "5", ("0", "10"): "10", ("5", "5"): "10", ("5", "10"): "15", ("10", "5"): "15", ("15", "tea"): "0"}
print(Machine(vend, "0").feed(["5", "5", "5", "tea"]), Machine(vend, "0").feed(["10", "tea"]), Machine(vend, "0").feed([]))
