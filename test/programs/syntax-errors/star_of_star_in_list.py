# stderr: full
x = [* *p]
