import io, sys, contextlib, os, tempfile
class Tee:
    def __init__(self, *t): self.t = t
    def write(self, s): [x.write(s) for x in self.t]; return len(s)
    def flush(self): pass
log = io.StringIO(); real = sys.stdout; sys.stdout = Tee(real, log); print("to both", 1, sep="|"); sys.stdout = real; print(repr(log.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as cap: print("hidden"); exec("3"); help_ = 5
print(cap.getvalue().upper())
path = os.path.join(tempfile.gettempdir(), "redir_test.txt")
with open(path, "w") as f, contextlib.redirect_stdout(f): print("in file"); print("é", end="")
sys.stdout = open(path, "a"); print("more"); sys.stdout.close(); sys.stdout = real
print(open(path, encoding="utf-8").read().splitlines(), os.path.getsize(path)); os.remove(path)
b = io.BytesIO(); w = io.TextIOWrapper(b, encoding="utf-16-le", newline="\r\n"); w.write("a\nb"); w.flush(); print(b.getvalue())
t = io.TextIOWrapper(io.BytesIO(b"x\r\ny\rz\n"), newline=None); print(t.readlines()); t = io.TextIOWrapper(io.BytesIO(b"x\r\ny"), newline=""); print(t.readlines())
print(io.StringIO("a\nb\n", newline="\n").readlines(), io.StringIO().readable(), io.BytesIO(b"abc").getbuffer().nbytes)
r = io.BufferedReader(io.BytesIO(b"hello world")); print(r.peek(3)[:3], r.read(5), r.tell(), r.read1(3), r.seek(0), r.readline())
for f in [lambda: io.StringIO("x").write(b"b"), lambda: io.BytesIO().write("s"), lambda: io.StringIO().seek(-1), lambda: io.TextIOWrapper(io.BytesIO(), newline="q"), lambda: open("/nonexistent/x"), lambda: open("x", "zz"), lambda: open("x", "rwb"), lambda: open("x", "b"), lambda: open("x", "rb", encoding="utf8"), lambda: open(), lambda: open("a", bad=1), lambda: sys.stdin.write("x") if 0 else io.StringIO().fileno()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s = io.StringIO("line1\nline2\nline3"); next(s); print(s.tell(), s.read(3), s.readline(), s.seek(0, 2), s.truncate(4), s.getvalue())
with io.StringIO() as q: q.write("z")
try: q.read()
except ValueError as e: print(e)
print(isinstance(sys.stdout, io.TextIOBase), sys.stdout.writable(), sys.stdout.encoding, sys.stdout.fileno(), sys.__stdout__ is sys.stdout, sys.stdin.readline() == "")
sys.displayhook([1]); import builtins; print(builtins._)
