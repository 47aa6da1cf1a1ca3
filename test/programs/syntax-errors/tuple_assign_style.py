# stderr: full
print("never printed")
x = (a=1, b=2)
