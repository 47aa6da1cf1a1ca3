# stderr: full
print("never printed")
x = "\xZ1"
