# tier: B
# Random-looking graphs with finalizers: every object dies exactly once.
import gc
gc.disable()
log = []
class N:
    def __init__(self, n): self.n, self.out = n, []
    def __del__(self): log.append(self.n)
state = 12345
def rnd(k):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state % k
for graph in range(5):
    nodes = [N(i) for i in range(20)]
    for _ in range(40): nodes[rnd(20)].out.append(nodes[rnd(20)])
    keep = nodes[rnd(20)]
    del nodes
    gc.collect()
    reach, todo = {keep.n}, [keep]
    while todo:
        for m in todo.pop().out:
            if m.n not in reach:
                reach.add(m.n)
                todo.append(m)
    dead = sorted(log)
    print(len(dead), dead == sorted(set(range(20)) - reach), len(dead) == len(set(dead)))
    del keep, m
    todo = None
    gc.collect()
    print(len(log), sorted(log) == list(range(20)))
    log.clear()
