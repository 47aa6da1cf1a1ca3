# tier: C
import sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
t = T("global")
def f():
    local = T("local")
    try:
        sys.exit(2)
    finally:
        print("finally")
f()
