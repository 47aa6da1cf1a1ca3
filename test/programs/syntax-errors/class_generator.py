# stderr: full
print("never printed")
class A(x for x in y): pass
