# stderr: full
print("never printed")
f(a b)
