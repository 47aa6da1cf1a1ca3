# stderr: full
print("never printed")
[x for x in y if x = 1]
