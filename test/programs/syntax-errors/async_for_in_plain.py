# stderr: full
print("never printed")
def f():
    async for x in y: pass
