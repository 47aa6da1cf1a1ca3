# stderr: full
def load():
    from _lib import ran
load()
