# stderr: full
print("never printed")
if 1 <> 2: pass
