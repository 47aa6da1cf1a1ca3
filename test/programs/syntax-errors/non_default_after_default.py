# stderr: full
print("never printed")
def f(a=1, b): pass
