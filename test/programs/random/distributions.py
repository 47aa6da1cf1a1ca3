# Continuous distributions.
import random
random.seed(2024)
show = lambda x: f"{x:.12g}"
print([show(random.uniform(1, 10)) for _ in range(3)], [show(random.triangular(0, 10, 2)) for _ in range(3)], show(random.triangular()))
print([show(random.gauss(0, 1)) for _ in range(4)], [show(random.normalvariate(10, 2)) for _ in range(3)], [show(random.expovariate(1.5)) for _ in range(3)], show(random.gauss()), show(random.normalvariate()))
print([show(random.lognormvariate(0, 0.25)) for _ in range(2)], [show(random.betavariate(2, 3)) for _ in range(2)], [show(random.gammavariate(0.5, 1)) for _ in range(2)], [show(random.gammavariate(3, 2)) for _ in range(2)], show(random.gammavariate(1, 2)))
print([show(random.paretovariate(3)) for _ in range(2)], [show(random.weibullvariate(1, 1.5)) for _ in range(2)], [show(random.vonmisesvariate(0, 4)) for _ in range(2)], show(random.vonmisesvariate(1, 0)))
print([random.binomialvariate(10, 0.3) for _ in range(6)], random.binomialvariate(100, 0.5), random.binomialvariate(n=5, p=1), random.binomialvariate(1000, 0.01))
for act in (lambda: random.gammavariate(0, 1), lambda: random.binomialvariate(-1, 0.5), lambda: random.binomialvariate(5, 2), lambda: random.expovariate(0), lambda: random.uniform(1)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
