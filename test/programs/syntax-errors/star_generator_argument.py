# stderr: full
f(*y for y in range(3))
