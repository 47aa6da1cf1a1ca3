# Measuring with clocks, without showing the values.
import time
def timed(f):
    def w(*a):
        t0 = time.perf_counter()
        r = f(*a)
        w.elapsed = time.perf_counter() - t0
        return r
    return w
@timed
def work(n): return sum(i * i for i in range(n))
print(work(1000), work.elapsed >= 0)
start = time.time()
time.sleep(0.02)
print(time.time() - start >= 0.019, time.monotonic() <= time.monotonic())
print(time.strftime("%Y-%m-%d", time.gmtime(86400 * 365)), time.gmtime(0)[:3])
