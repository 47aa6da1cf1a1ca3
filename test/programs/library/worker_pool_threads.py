import threading, queue, time, concurrent.futures as cf
results = []; lock = threading.Lock()
def worker(n):
    for i in range(3):
        with lock: results.append((n, i))
threads = [threading.Thread(target=worker, args=(k,), name=f"w{k}") for k in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(results), [t.is_alive() for t in threads], [t.name for t in threads])
class Account:
    def __init__(self): self.balance = 0; self.lock = threading.RLock()
    def deposit(self, n):
        with self.lock:
            with self.lock: self.balance += n
acc = Account()
ts = [threading.Thread(target=lambda: [acc.deposit(1) for _ in range(50)]) for _ in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]; print(acc.balance)
q = queue.Queue(); done = []
def consume():
    while True:
        item = q.get()
        if item is None: q.task_done(); return
        done.append(item ** 2); q.task_done()
c = threading.Thread(target=consume, daemon=True); c.start()
for i in range(6): q.put(i)
q.put(None); c.join(); q.join(); print(done, q.empty(), q.unfinished_tasks)
ev = threading.Event(); log = []
def waiter(): log.append("waiting"); ev.wait(); log.append("go")
w = threading.Thread(target=waiter); w.start(); log.append("set") if 0 else None; ev.set(); w.join(); print(log, ev.is_set())
with cf.ThreadPoolExecutor(max_workers=3) as ex:
    futs = {ex.submit(pow, n, 2): n for n in range(5)}
    print(sorted((futs[f], f.result()) for f in cf.as_completed(futs)))
    bad = ex.submit(lambda: 1 / 0)
    print(type(bad.exception()).__name__, bad.done(), list(ex.map(len, ["a", "bb"])))
    try: bad.result()
    except ZeroDivisionError as e: print(e)
sem = threading.BoundedSemaphore(2); print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False)); sem.release(); sem.release()
try: sem.release()
except ValueError as e: print(e)
l = threading.Lock(); print(l.acquire(), l.locked(), l.acquire(False)); l.release()
try: l.release()
except RuntimeError as e: print(e)
pq = queue.PriorityQueue(); [pq.put(x) for x in (3, 1, 2)]; print([pq.get() for _ in range(3)])
lq = queue.LifoQueue(maxsize=1); lq.put(1)
try: lq.put(2, block=False)
except queue.Full: print("full", lq.full(), lq.qsize())
lq.get()
try: lq.get_nowait()
except queue.Empty as e: print("empty", repr(e))
cond = threading.Condition(); items = []
def prod():
    with cond: items.append("x"); cond.notify()
def cons(out):
    with cond: cond.wait_for(lambda: items); out.append(items.pop())
out = []; t1 = threading.Thread(target=cons, args=(out,)); t2 = threading.Thread(target=prod); t1.start(); t2.start(); t1.join(); t2.join(); print(out)
tl = threading.local(); tl.v = "main"
def show(): print(hasattr(tl, "v")); tl.v = "t"; print(tl.v)
t = threading.Thread(target=show); t.start(); t.join(); print(tl.v, threading.main_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count() >= 1)
try: t.start()
except RuntimeError as e: print(e)
try: threading.Thread(target=show).join()
except RuntimeError as e: print(e)
b = threading.Barrier(2); r = []
def meet(): r.append(b.wait())
ms = [threading.Thread(target=meet) for _ in range(2)]; [m.start() for m in ms]; [m.join() for m in ms]; print(sorted(r))
tm = threading.Timer(0.01, lambda: print("tick")); tm.start(); tm.join()
