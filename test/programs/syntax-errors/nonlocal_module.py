# stderr: full
print("never printed")
nonlocal x
