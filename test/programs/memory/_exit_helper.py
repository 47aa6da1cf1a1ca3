class H:
    def __init__(self, n): self.n = n
    def __del__(self): print("helper del", self.n)
h = H("h")
holder = [H("in holder")]
