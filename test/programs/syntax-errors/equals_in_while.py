# stderr: full
print("never printed")
while x = 5: pass
