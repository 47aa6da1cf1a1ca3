# stderr: full
print("never printed")
*a = c
