# print: sep, end, many arguments, file, flush.
import sys
print()
print(1, "a", None, [1, "b"], 2.5)
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print("no newline", end="")
print("!", end="\n\n")
print(*range(5), sep=", ", end=".\n")
print("x", sep="unused")
print(end="just end\n")
print("to stdout", file=sys.stdout, flush=True)
print("none file", file=None)
class Sink:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")
s = Sink()
print("a", 1, sep="-", end="|", file=s)
print(file=s, flush=True)
print(s.parts)
for act in (lambda: print("a", sep=1), lambda: print("a", end=2), lambda: print("a", file=5), lambda: print(bad=1), lambda: print("a", sep=b"x")):
    try:
        act()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
n = sys.stdout.write("written\n")
print(n, sys.stdout.write("é😀\n"))
