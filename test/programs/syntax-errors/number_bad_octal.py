# stderr: full
print("never printed")
x = 0o8
