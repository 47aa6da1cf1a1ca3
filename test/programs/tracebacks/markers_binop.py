# stderr: full
def f(a, b, c):
    return a + b * c / (a - a)
f(1, 2, 3)
