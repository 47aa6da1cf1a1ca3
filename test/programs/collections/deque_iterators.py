# Iterators over a deque can be made, copied and pickled; those over a range can be moved on.
import copy
import pickle
from collections import deque, namedtuple

letters = deque("abcde")
forward, backward = iter(letters), reversed(letters)
next(forward)
next(backward)
print(type(forward), type(backward))
print(forward.__length_hint__(), forward.__reduce__())
print(list(copy.copy(forward)), list(copy.copy(backward)))
print(list(pickle.loads(pickle.dumps(forward))), list(forward))
kind = type(forward)
print(list(kind(letters)), list(kind(letters, 3)), list(kind(letters, 9)), list(type(backward)(letters, 3)))
for arguments in (), (1,), (letters, "a"), (letters, 1, 2):
    try:
        kind(*arguments)
    except TypeError as error:
        print(error)

for numbers in range(10), range(0, -30, -7), range(10**20, 10**20 + 5), range(2**40, 2**40 + 6, 2):
    for steps in -1, 2, 10**9:
        iterator = iter(numbers)
        iterator.__setstate__(steps)
        print(list(iterator), end=" ")
    print()

Point = namedtuple("Point", "x y")
print(Point.x.__reduce__(), copy.copy(Point.y))
print(ord(bytearray(b"a")), ord(b"b"))
for wrong in bytearray(b"ab"), b"", "", 3, memoryview(b"a"):
    try:
        ord(wrong)
    except TypeError as error:
        print(error)
try:
    print("%.*f" % (10**10, 1.5))
except OverflowError as error:
    print(error)
