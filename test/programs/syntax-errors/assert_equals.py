# stderr: full
print("never printed")
assert x = 1
