# stderr: full
print("never printed")
if 1:
    pass
else
    pass
