# stderr: full
print("never printed")
await f()
