# stderr: full
print("never printed")
[x for x in (y := [1])]
