# stderr: full
print("never printed")
d = {1, "a": 2}
