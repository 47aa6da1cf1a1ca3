# stderr: full
print("never printed")
async x = 1
