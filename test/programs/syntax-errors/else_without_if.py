# stderr: full
print("never printed")
else:
    pass
