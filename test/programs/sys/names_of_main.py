"""What stands in the module __main__ at its start, and what its dict takes as it grows."""
print(list(globals()), __annotations__, __cached__)
import sys

x: int = 3
print(__annotations__, sys.getsizeof(globals()))
for index in range(30):
    globals()[f"name{index}"] = index
    if index % 6 == 0:
        print(sys.getsizeof(globals()))
