# stderr: full
print("never printed")
d = {"a": *x}
