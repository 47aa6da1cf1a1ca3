# stderr: full
print("never printed")
x = f"{a!z}"
