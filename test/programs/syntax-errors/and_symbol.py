# stderr: full
print("never printed")
if a && b: pass
