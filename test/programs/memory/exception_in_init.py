# tier: C
# __del__ runs even when __init__ raised.
class T:
    def __init__(self, ok):
        self.part = "part"
        if not ok: raise ValueError("bad")
        self.whole = True
    def __del__(self): print("del", hasattr(self, "whole"))
try:
    T(False)
except ValueError as e:
    print(e)
T(True)
class N:
    def __new__(cls): raise KeyError("no object")
    def __del__(self): print("never")
try:
    N()
except KeyError as e:
    print(e)
print("end")
