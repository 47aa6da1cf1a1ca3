# stderr: full
print("never printed")
@deco
