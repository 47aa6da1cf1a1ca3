class Fault(Exception):
    def __str__(self):
        return f"fault number {self.args[0]}"
raise Fault(7)
