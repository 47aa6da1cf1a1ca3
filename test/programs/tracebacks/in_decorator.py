# stderr: full
def deco(f):
    raise TypeError("not decorated")
@deco
def g():
    pass
