# tier: C
# strategies: arena-pools
# With the collector on, cyclic garbage never piles up; collected counts add up.
import gc
gc.collect()
alive = 0
peak = 0
class T:
    def __init__(self):
        global alive, peak
        alive += 1
        peak = max(peak, alive)
        self.me = self
    def __del__(self):
        global alive
        alive -= 1
for _ in range(20000): T()
print(peak, alive < peak)
gc.collect()
print(alive)
