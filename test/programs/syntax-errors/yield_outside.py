# stderr: full
print("never printed")
yield 1
