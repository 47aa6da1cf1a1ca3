# stderr: full
print("never printed")
def f():
    x = 1
    def g():
        x
        nonlocal x
