# stderr: full
print("never printed")
f(True=1)
