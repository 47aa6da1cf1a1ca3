# stderr: full
for n or 2:
    pass
