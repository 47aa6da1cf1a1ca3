# stderr: full
print("never printed")
raise ValueError from
