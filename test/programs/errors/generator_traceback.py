# stderr: full
def numbers():
    yield 1
    raise LookupError("no more")
def total():
    return sum(n for n in numbers())
print(total())
