# stderr: full
print("never printed")
for i in range(2):
    def f():
        break
