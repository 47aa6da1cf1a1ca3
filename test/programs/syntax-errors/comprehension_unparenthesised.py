# stderr: full
print("never printed")
x = [a, b for a in c]
