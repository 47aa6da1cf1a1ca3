# stderr: full
print("never printed")
x, True = 1, 2
