# stderr: full
print("never printed")
type X = (yield)
