# stderr: full
def gen():
    try: yield 1
    finally: raise ValueError('in finally')
g = gen(); next(g)
g.close()
