"""Objects beyond 512 bytes do not come from the pools of the small-object allocator.

Purpose: sys.getsizeof tells the bytes of one object without what it refers to; shows where sizes
cross 512 and how a list grows in steps.
Exercises: sizes, large objects, resizing
Observes: nothing
"""

import sys

for value in (0, 1, 2**30, 2**60, 1.5, "", "abc", b"abc", (), (1, 2), [], {}, set()):
    print(f"{value!r:>20} {sys.getsizeof(value):4} bytes")

for count in (50, 57, 58, 59, 60, 1000):
    size = sys.getsizeof((None,) * count)
    print(f"tuple of {count}: {size} bytes, {'large' if size > 512 else 'small'}")

text = "x" * 471
print("text of 471:", sys.getsizeof(text), "and one more:", sys.getsizeof(text + "x"))

grown = []
sizes = [sys.getsizeof(grown)]
for number in range(40):
    grown.append(number)
    if sys.getsizeof(grown) != sizes[-1]:
        sizes.append(sys.getsizeof(grown))
print("a growing list:", sizes)
print("the contents are not counted:", sys.getsizeof([text]) == sys.getsizeof([0]))
