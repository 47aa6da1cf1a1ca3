# stderr: full
class A:
    x = 1
    class B:
        y = [0][1]
