# tier: C
# The with statement keeps the exit method, not the name.
class M:
    def __enter__(self): return "value"
    def __exit__(self, *a): print("exit")
    def __del__(self): print("manager freed")
with M() as v:
    print("body", v)
print("after")
m = M()
with m:
    del m
    print("name deleted")
print("end")
