# Streams in memory are copied and pickled with their place; readinto fills any buffer; newlines tells what was translated.
import copy
import io
import pickle
from array import array

text = io.StringIO("hello\nworld\n")
text.readline()
data = io.BytesIO(b"hello")
data.read(2)
for stream in text, data:
    for way in copy.copy, copy.deepcopy, lambda stream: pickle.loads(pickle.dumps(stream)):
        twin = way(stream)
        print(type(twin), repr(twin.getvalue()), twin.tell(), repr(twin.read()))
    print(stream.__getstate__())


class Noted(io.StringIO):
    pass


noted = Noted("abc")
noted.note = 3
noted.seek(1)
twin = copy.copy(noted)
print(twin.note, twin.tell(), twin.__getstate__())

for kind, states in [
    (io.StringIO, [("a", "\n", 0, None), ("a", "\n", -1, None), ("a", "\n", "x", None), ("a",), 5, (1, "\n", 0, None), ("a", "\n", 0, 5)]),
    (io.BytesIO, [(b"a", 0, None), (b"abc", 1, {"note": 1}), (b"a", -1, None), (b"a", "x", None), (b"a",), 5, ("a", 0, None), (b"a", 0, 5)]),
]:
    for state in states:
        stream = kind()
        try:
            stream.__setstate__(state)
            print(repr(stream.getvalue()), stream.tell())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
text.close()
for act in text.__getstate__, lambda: text.__setstate__(("a", "\n", 0, None)):
    try:
        act()
    except ValueError as error:
        print(error)

source = io.BytesIO(b"1234567890")
letters = array("b", b"hello world")
print(source.readinto(letters), letters.tobytes())
source.seek(0)
numbers = array("i", [0, 0, 0])
print(source.readinto(numbers), numbers)
for target in b"abc", "abc", [1, 2]:
    try:
        source.readinto(target)
    except TypeError as error:
        print(error)

for lines in "a\nb", "a\r\nb\rc", "plain", "a\r", "a\n\r\nb\rc":
    given = io.StringIO(lines, newline=None)
    written = io.StringIO(newline=None)
    written.write(lines)
    kept = io.StringIO(lines, newline="")
    print(repr(given.newlines), repr(given.read()), repr(written.newlines), repr(kept.newlines), io.StringIO(lines).newlines)

data = io.BytesIO(b"abc")
view = data.getbuffer()
for act in lambda: data.write(b"longer"), lambda: data.truncate(1):
    try:
        act()
    except BufferError as error:
        print(error)
view.release()
data.close()
print(io.StringIO, io.TextIOWrapper, io.IOBase)
