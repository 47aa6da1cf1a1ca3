# stderr: full
print("never printed")
def f[*T: int](): pass
