# tier: C
# gc.callbacks hear of the collection at exit that comes before the modules go, and of no later one.
import gc, atexit
class N:
    def __del__(self): print('del', self.n)
def cb(phase, info): print('cb', phase, info['generation'])
gc.callbacks.append(cb)
atexit.register(lambda: print('atexit'))
a = N(); a.n = 1; a.me = a; del a
b = N(); b.n = 2
class M: pass
m = M(); m.n = N(); m.n.n = 3; m.me = m
