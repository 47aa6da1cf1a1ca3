# Changing a dict while iterating.
def run(action):
    d = {"a": 1, "b": 2, "c": 3}
    seen = []
    try:
        for k in d:
            seen.append(k)
            action(d, k)
    except RuntimeError as error:
        print("RuntimeError", error)
    print(seen, d)
run(lambda d, k: d.pop(k))
run(lambda d, k: d.__setitem__(k + k, 0))
run(lambda d, k: d.__setitem__(k, 0))
run(lambda d, k: d.clear())
run(lambda d, k: (d.pop(k), d.__setitem__(k + "'", 1)) if len(k) < 3 else None)
d = {1: 1}
it = iter(d.items())
d[2] = 2
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    next(it)
except (RuntimeError, StopIteration) as error:
    print(type(error).__name__, error)
it = iter({1: 2})
print(next(it), next(it, None), it.__length_hint__())
