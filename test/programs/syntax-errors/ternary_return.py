# stderr: full
print("never printed")
f = lambda: 1 if x else return 2
