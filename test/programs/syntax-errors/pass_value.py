# stderr: full
print("never printed")
pass 1
