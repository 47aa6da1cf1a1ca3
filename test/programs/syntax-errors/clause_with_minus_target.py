# stderr: full
print([y for x in range(10) for y - in range(x)])
