# stderr: full
print("never printed")
match x:
    pass
