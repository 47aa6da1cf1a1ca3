# tier: C
# Globals die in the order in which their names were bound, underscored or not, also when a function refers to them.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def keeps_globals(): return b
a = T("a")
_x = T("_x")
b = T("b")
_y = T("_y")
__z = T("__z")
c = [T("in list")]
T.attr = keeps_globals
print("end")
