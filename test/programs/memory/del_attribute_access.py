# tier: C
# Inside __del__ everything the object holds is still there.
class Owner:
    def __init__(self, part): self.part = part
    def __del__(self):
        print("owner with", self.part.name)
        self.part.name += " (seen by owner)"
class Part:
    def __init__(self, name): self.name = name
    def __del__(self): print("part", self.name)
Owner(Part("p"))
shared = Part("shared")
a, b = Owner(shared), Owner(shared)
del shared
print("parts alive")
del a
del b
print("end")
