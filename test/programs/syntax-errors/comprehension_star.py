# stderr: full
print("never printed")
x = [*a for a in b]
