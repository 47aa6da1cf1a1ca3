# Arrays written to files and read back; copies of their iterators.
import copy
import io
from array import array

numbers = array("h", range(-3, 4))
file = io.BytesIO()
numbers.tofile(file)
print(file.getvalue())
file.seek(0)
back = array("h")
back.fromfile(file, 5)
print(back)
try:
    back.fromfile(file, 5)
except EOFError as error:
    print(error, back)


class Source:
    def __init__(self, answer):
        self.answer = answer

    def read(self, count):
        print("asked for", count)
        return self.answer


class Sink:
    def write(self, block):
        print("given", type(block).__name__, len(block))


array("d", bytes(8 * 20000)).tofile(Sink())
array("d").tofile(Sink())
for source, count in (Source(b"abcd"), 2), (Source("text"), 2), (Source(b"abc"), 1), (Source(b""), -1), (5, 1), (Source(b""), "x"):
    try:
        read = array("h")
        read.fromfile(source, count)
        print(read)
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)

iterator = iter(numbers)
next(iterator)
print(iterator.__reduce__(), list(copy.copy(iterator)))
iterator.__setstate__(4)
print(list(iterator), iterator.__reduce__())
