# stderr: full
print("never printed")
def f(*, **k): pass
