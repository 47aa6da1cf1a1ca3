# stderr: full
print("never printed")
for 5 in x: pass
