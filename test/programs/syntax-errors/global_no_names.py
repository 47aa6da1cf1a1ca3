# stderr: full
print("never printed")
global
