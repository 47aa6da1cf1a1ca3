# stderr: full
print("never printed")
x = [a if b]
