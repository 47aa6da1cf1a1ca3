# stderr: full
print("never printed")
class A[T = int, U]: pass
