"""Small ints exist once, from -5 to 256; larger ones are made anew.

Purpose: computes the same value twice at run time and asks whether it is one object.
Exercises: small-int cache, id
Observes: nothing
"""


def twice(value):
    """Two results of the same sum, computed while the program runs."""
    return value + 1, value + 1


for value in (-7, -6, -5, 0, 255, 256, 257, 1000):
    one, other = twice(value - 1)
    print(f"{value:5} is one object: {one is other}")
