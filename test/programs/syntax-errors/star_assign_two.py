# stderr: full
print("never printed")
*a, *b = c
