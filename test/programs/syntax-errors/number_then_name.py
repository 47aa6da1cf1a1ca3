# stderr: full
print("never printed")
x = 5abc
