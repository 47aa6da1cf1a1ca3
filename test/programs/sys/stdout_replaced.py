# print goes to whatever sys.stdout is at the time.
import sys
class Tee:
    def __init__(self): self.text = ""
    def write(self, s): self.text += s.upper()
    def flush(self): pass
old, tee = sys.stdout, Tee()
sys.stdout = tee
print("captured", 1)
print("more", end="")
sys.stdout = old
print(repr(tee.text))
import io
buf = io.StringIO()
sys.stdout = buf
try:
    print("into the buffer")
    1 / 0
except ZeroDivisionError:
    print("error too")
finally:
    sys.stdout = sys.__stdout__
print(buf.getvalue().splitlines())
sys.stderr = buf
print("to stderr", file=sys.stderr)
sys.stderr = sys.__stderr__
print(buf.getvalue().count("\n"))
sys.stdout = None
print("lost")
sys.stdout = old
print("back")
