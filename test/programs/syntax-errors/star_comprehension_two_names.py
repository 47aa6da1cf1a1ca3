# stderr: full
x = [*a for a a in b]
