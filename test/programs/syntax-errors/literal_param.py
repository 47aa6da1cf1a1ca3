# stderr: full
print("never printed")
def f(1): pass
