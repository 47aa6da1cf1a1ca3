# stderr: full
print("never printed")
"a" = 1
