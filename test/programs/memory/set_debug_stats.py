# tier: C
# gc.set_debug(DEBUG_STATS | DEBUG_COLLECTABLE) writes to sys.stderr, the program's own object where it put one there.
import gc
import re
import sys
class A: pass
class Lines:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
    def flush(self): pass
lines = Lines()
gc.collect()
gc.disable()
real, sys.stderr = sys.stderr, lines
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE)
a = A(); a.a = a
b = []; b.append(b)
c = {}; c["c"] = c
del a, b, c
gc.collect(0)
gc.collect(1)
gc.set_debug(0)
sys.stderr = real
for line in lines.text.splitlines():
    line = re.sub(r"(each generation: \d+ \d+) \d+", r"\1 N", line)
    print(re.sub(r"0x[0-9a-f]+", "PLACE", re.sub(r"\d\.\d+s", "TIME", line)))
print(gc.get_debug())
