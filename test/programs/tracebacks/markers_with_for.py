# stderr: full
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit fails")
with CM() as c:
    x = 1
