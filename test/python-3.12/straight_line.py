# Collections come at the same safepoints as in 3.13: code without calls and loops allocates on.
import gc
gc.collect()
before = gc.get_stats()[0]["collections"]
x = [[], [], [], [], [], [], [], []]
print(gc.get_stats()[0]["collections"] - before)
def fill(n):
    return [[] for _ in range(n)]
kept = fill(699)
some = gc.get_stats()[0]["collections"] - before
kept += fill(1400)
print(some, gc.get_stats()[0]["collections"] - before)
