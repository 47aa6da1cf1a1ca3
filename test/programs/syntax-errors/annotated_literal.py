# stderr: full
print("never printed")
5: int = 1
