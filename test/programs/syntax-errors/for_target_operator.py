# stderr: full
for name, text * in pairs:
    pass
