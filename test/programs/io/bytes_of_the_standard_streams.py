# sys.stdout.buffer takes bytes, also of characters that come in pieces; os.uname() is a tuple with names.
import io
import os
import sys

print("text first", flush=True)
print(sys.stdout.buffer.write("bytes: \u00e9\u20ac\n".encode()), flush=True)
for piece in (b"\xe2", b"\x82", b"\xac", b" in pieces\n"):
    sys.stdout.buffer.write(piece)
sys.stdout.buffer.flush()
print(sys.stdout.buffer is sys.stdout.buffer, sys.stdout.buffer.writable(), sys.stdin.buffer.readable())
print(sys.stdin.buffer.read(), sys.stdin.buffer.readline())
try:
    sys.stdout.buffer.write("text")
except TypeError as error:
    print(error)
system = os.uname()
print(len(system), isinstance(system, tuple), system[0] == system.sysname)
os.putenv("NOT_SEEN", "1")
print(os.getenv("NOT_SEEN"))
