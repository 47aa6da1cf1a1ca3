# stderr: full
print("never printed")
def f():
    async with y: pass
