# stderr: full
def f():
    raise ValueError("a raise has no marker when the whole line is it")
f()
