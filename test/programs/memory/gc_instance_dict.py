# tier: C
# The dict of an instance with inline values is untracked until it holds a container; instances are tracked.
import gc
class T: pass
t = T()
t.a = 1
print(gc.is_tracked(t), gc.is_tracked(t.__dict__))
t.b = []
print(gc.is_tracked(t.__dict__))
