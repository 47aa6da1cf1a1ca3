# stderr: full
print("never printed")
f(a=1, a=2)
