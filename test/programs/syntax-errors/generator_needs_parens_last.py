# stderr: full
print("never printed")
f(1, x for x in y)
