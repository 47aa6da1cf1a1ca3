# stderr: full
print("never printed")
del None
