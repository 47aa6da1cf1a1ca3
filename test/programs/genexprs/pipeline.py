# A chain of generator expressions works item by item.
log = []
def source():
    for i in range(5):
        log.append(f"source {i}")
        yield i
def note(tag, x):
    log.append(f"{tag} {x}")
    return x
stage1 = (note("double", x) * 2 for x in source())
stage2 = (note("filter", x) for x in stage1 if x % 4 == 0)
print(next(stage2))
print(log)
log.clear()
print(list(stage2))
print(log)
lines = ["10 apples", "x pears", "7 plums", ""]
parts = (line.split() for line in lines)
full = (p for p in parts if len(p) == 2)
nums = ((int(a), b) for a, b in full if a.isdigit())
print(list(nums))
def errors():
    yield 1
    raise ValueError("in source")
g = (x + 1 for x in errors())
print(next(g))
try:
    next(g)
except ValueError as error:
    print(error)
print(list(g))
