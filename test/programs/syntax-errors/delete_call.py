# stderr: full
print("never printed")
del f()
