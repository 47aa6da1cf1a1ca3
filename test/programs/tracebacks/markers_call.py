# stderr: full
def outer(x):
    return inner(x, key=len(x))
def inner(x, key):
    return x.missing(key)
print(outer("abc"))
