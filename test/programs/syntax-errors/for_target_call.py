# stderr: full
print("never printed")
for f() in x: pass
