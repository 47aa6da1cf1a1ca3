# tier: C
# atexit functions run before globals die, last registered first.
import atexit
class T:
    def __del__(self): print("del t")
t = T()
atexit.register(print, "first registered")
@atexit.register
def second():
    print("second registered", t is not None)
def third(): print("unregistered")
atexit.register(third)
atexit.unregister(third)
print("end of program")
