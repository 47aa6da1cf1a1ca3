# stderr: full
print("never printed")
x = 2 ** ** 3
