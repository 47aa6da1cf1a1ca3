# stderr: full
print("never printed")
x = if 1: 2
