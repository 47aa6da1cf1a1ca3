# stderr: full
print("never printed")
@deco
x = 1
