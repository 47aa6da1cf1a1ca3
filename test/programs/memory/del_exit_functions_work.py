# tier: C
# Finalizers at exit can still call functions and built-ins.
log = []
def note(x):
    log.append(x)
    print("note", x, len(log))
class T:
    def __del__(self): note("from del")
t = T()
print("end")
