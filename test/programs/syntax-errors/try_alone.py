# stderr: full
print("never printed")
try:
    pass
x = 1
