# stderr: full
print("never printed")
class A:
    x = yield
