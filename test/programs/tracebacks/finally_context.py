# stderr: full
def close():
    raise OSError("close failed")
try:
    int("x")
finally:
    close()
