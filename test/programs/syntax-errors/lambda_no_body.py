# stderr: full
print("never printed")
x = lambda a:
