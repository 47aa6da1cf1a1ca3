# stderr: full
print("never printed")
print x
