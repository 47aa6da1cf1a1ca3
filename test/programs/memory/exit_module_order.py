# tier: C
# Objects of imported neighbours die at exit too.
import _exit_helper
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("main del", self.n)
t = T("t")
_exit_helper.holder.append(T("held by helper"))
print("end")
