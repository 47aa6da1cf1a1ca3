# tier: C
# __del__ runs once, even after resurrection.
saved = []
class R:
    def __del__(self):
        print("del")
        saved.append(self)
r = R()
r.x = 1
r = None
print(len(saved), saved[0].x)
saved.clear()
print("second death is silent")
class Again:
    def __del__(self):
        print("again")
        global keep
        keep = self
keep = None
Again()
print(keep is not None)
keep = None
print(keep)
