# stderr: full
print("never printed")
None = 1
