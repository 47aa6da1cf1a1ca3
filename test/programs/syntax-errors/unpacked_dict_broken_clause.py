# stderr: full
x = {**a for a in @ b}
