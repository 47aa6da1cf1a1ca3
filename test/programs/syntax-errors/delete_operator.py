# stderr: full
print("never printed")
del a + b
