# stderr: full
print("never printed")
def f[T, T](): pass
