# stderr: full
print("never printed")
f(**d, 1)
