# stderr: full
print("never printed")
def f(*): pass
