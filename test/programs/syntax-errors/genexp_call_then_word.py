# stderr: full
print(sum(a * b for a, b in zip(left, right) None))
