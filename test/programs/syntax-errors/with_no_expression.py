# stderr: full
print("never printed")
with as f: pass
