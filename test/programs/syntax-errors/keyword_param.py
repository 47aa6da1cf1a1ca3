# stderr: full
print("never printed")
def f(class): pass
