# stderr: full
print("never printed")
exec "x = 1"
