# tier: C
# gc.disable stops automatic collection; the garbage waits.
import gc
gc.collect()
gc.disable()
died = 0
class T:
    def __init__(self): self.me = self
    def __del__(self):
        global died
        died += 1
for _ in range(10000): T()
print(died)
print(gc.collect() >= 10000, died)
gc.enable()
for _ in range(10000): T()
print(died > 15000)
