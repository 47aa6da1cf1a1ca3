# stderr: full
print("never printed")
if True:
x = 1
