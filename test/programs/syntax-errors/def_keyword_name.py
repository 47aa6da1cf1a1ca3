# stderr: full
print("never printed")
def while(): pass
