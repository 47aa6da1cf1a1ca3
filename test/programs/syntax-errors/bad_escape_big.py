# stderr: full
print("never printed")
x = "\UFFFFFFFF"
