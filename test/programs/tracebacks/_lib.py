def run(f):
    return f()

def fail(text):
    raise RuntimeError(text)
