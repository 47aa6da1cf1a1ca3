# stderr: full
print("never printed")
while:
    pass
