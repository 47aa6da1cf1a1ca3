# stderr: full
print("never printed")
with f() as 5: pass
