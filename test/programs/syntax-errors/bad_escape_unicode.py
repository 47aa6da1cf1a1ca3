# stderr: full
print("never printed")
x = "\u12"
