# stderr: full
print("never printed")
x = f"abc {1
y = 2
