# stderr: full
print("never printed")
def f():
    nonlocal q
    q = 1
