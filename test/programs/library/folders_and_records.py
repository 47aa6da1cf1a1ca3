# contextlib.chdir; struct.iter_unpack and sizes; doctest of output without an end of line; deprecated ints of __index__.
import contextlib
import doctest
import operator
import os
import struct
import warnings

here = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
    with contextlib.chdir("/"):
        print(os.getcwd())
print(os.getcwd() == here)

records = struct.iter_unpack("<HB", bytes(range(12)))
print(type(records), operator.length_hint(records), next(records), operator.length_hint(records), list(records))
for size in f"{2**60}d", f"{2**63}x", "<" + f"{2**64}b":
    try:
        struct.calcsize(size)
    except struct.error as error:
        print(error)
try:
    struct.pack_into("b", bytearray(1), None, 1)
except TypeError as error:
    print(error)


def letters():
    """
    >>> print("ab", end="")
    ab
    >>> for letter in "abc":
    ...     print(letter, end=" ")
    a b c 
    """


print(doctest.run_docstring_examples(letters, {}))


class Small(int):
    pass


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("abc"[Index(True)], type(operator.index(Index(Small(7)))), list(range(Index(Small(2)))))
    for warning in caught:
        print(warning.category.__name__, warning.message)


class Closed:
    __class_getitem__ = None


try:
    Closed[int]
except TypeError as error:
    print(error)
