# stderr: full
print("never printed")
if !x: pass
