# stderr: full
def key(x):
    return 1 / x
print(sorted([1, 0, 2], key=key))
