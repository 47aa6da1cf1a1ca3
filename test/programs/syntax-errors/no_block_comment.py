# stderr: full
print("never printed")
for i in range(3):
    # only a comment
print("x")
