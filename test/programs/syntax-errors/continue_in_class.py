# stderr: full
print("never printed")
while True:
    class A:
        continue
