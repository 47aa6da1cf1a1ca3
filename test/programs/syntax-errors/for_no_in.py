# stderr: full
print("never printed")
for x of y:
    pass
