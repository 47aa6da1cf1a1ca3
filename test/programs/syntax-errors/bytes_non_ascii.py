# stderr: full
print("never printed")
x = b"é"
