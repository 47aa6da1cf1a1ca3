# stderr: full
print("never printed")
del 5
