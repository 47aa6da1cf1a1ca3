# tier: C
# threshold 0 switches it off as well, while isenabled stays true.
import gc
gc.collect()
gc.set_threshold(0)
n = 0
class T:
    def __init__(self): self.me = self
    def __del__(self):
        global n
        n += 1
for _ in range(5000): T()
print(n, gc.isenabled(), gc.get_count()[0] >= 5000)
gc.collect()
print(n)
