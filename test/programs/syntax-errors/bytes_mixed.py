# stderr: full
print("never printed")
x = b"a" "b"
