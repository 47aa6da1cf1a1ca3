# stderr: full
print("never printed")
x: int = y: int = 1
