# stderr: full
print("never printed")
async lambda: 1
