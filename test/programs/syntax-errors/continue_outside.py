# stderr: full
print("never printed")
if True:
    continue
