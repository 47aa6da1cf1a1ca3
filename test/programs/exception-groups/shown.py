# stderr: full
def fail(n):
    raise ValueError(n)
def collect():
    found = []
    for n in (1, 2):
        try:
            fail(n)
        except ValueError as e:
            found.append(e)
    raise ExceptionGroup("two failed", found)
collect()
