# stderr: full
print("never printed")
f() += 1
