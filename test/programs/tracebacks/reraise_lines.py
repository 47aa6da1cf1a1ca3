# stderr: full
def f():
    try:
        g()
    except ValueError:
        print("handling")
        raise
def g():
    raise ValueError("original")
try:
    f()
except ValueError as e:
    raise e
