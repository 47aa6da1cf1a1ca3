# Clocks never go backwards; sleep moves them on.
import time
a = time.monotonic()
b = time.monotonic()
print(b >= a, isinstance(a, float))
t0 = time.perf_counter()
time.sleep(0.01)
t1 = time.perf_counter()
print(t1 - t0 >= 0.009)
n0 = time.monotonic_ns()
sum(range(1000))
n1 = time.monotonic_ns()
print(n1 >= n0, type(n0).__name__, type(time.perf_counter_ns()).__name__, type(time.time_ns()).__name__)
print(type(time.time()).__name__, time.time() > 0, time.process_time() >= 0, type(time.process_time_ns()).__name__)
samples = [time.perf_counter() for _ in range(50)]
print(samples == sorted(samples))
for bad in (-1, "x", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.sleep(0), time.sleep(False))
