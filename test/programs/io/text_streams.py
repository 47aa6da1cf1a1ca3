# StringIO as a file.
import io
f = io.StringIO("first line\nsecond\n\nlast")
print([l.rstrip("\n") for l in f], f.read() == "")
f.seek(0)
print(f.readline(), f.tell(), f.read(3), f.readlines())
out = io.StringIO()
for i in range(3): print(i, i * i, file=out)
out.write("end")
print(out.getvalue().split("\n"), len(out.getvalue()))
with io.StringIO() as s:
    s.writelines(["a\n", "b\n"])
    s.seek(0)
    print(list(s))
b = io.BytesIO()
b.write(b"abc")
b.write(bytes([1, 2]))
print(b.getvalue(), b.seek(1), b.read(2), io.BytesIO(b"x\ny").readlines())
