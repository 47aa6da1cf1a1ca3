# stderr: full
print("never printed")
for x in:
    pass
