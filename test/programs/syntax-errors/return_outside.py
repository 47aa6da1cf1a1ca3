# stderr: full
print("never printed")
return 1
