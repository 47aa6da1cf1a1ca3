# stderr: full
print("never printed")
x​ = 1
