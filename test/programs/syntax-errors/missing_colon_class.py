# stderr: full
print("never printed")
class A
    pass
