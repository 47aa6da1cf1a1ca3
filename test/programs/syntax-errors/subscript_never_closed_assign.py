# stderr: full
d[[4, 5] = 6
print(d)
