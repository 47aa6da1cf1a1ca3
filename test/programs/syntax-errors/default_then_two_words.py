# stderr: full
def f(a=1, b b): pass
