# stderr: full
print("never printed")
f(**d, *a)
