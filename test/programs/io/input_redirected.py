# input() with streams of the program's own.
import sys
import io
so = sys.stdout
sys.stdout = io.StringIO()
sys.stdin = io.StringIO('abc\nde')
x = input('what? ')
y = input()
try: input('again')
except EOFError as e: z = e
got = sys.stdout.getvalue()
sys.stdout = so
print([x, y, z, got])

class Odd:
    def readline(self): return 3
    def write(self, text): log.append(text)
    def flush(self): log.append('flush')
log = []
for stdin, stdout in (Odd(), so), (io.StringIO('\n'), Odd()), (None, so), (so, None), (io.StringIO('end'), Odd()):
    sys.stdin, sys.stdout = stdin, stdout
    try: got = input('?')
    except Exception as e: got = e
    sys.stdout = so
    print(repr(got))
print(log)
