try:
    x = [0] * (10 ** 18)
except MemoryError as e:
    print("MemoryError", e.args)
try:
    y = "a" * (10 ** 18)
except MemoryError as e:
    print("MemoryError", e.args)
try:
    z = [1] * (2 ** 62)
except (MemoryError, OverflowError) as e:
    print(type(e).__name__)
try:
    b = bytes(10 ** 18)
except MemoryError as e:
    print("MemoryError")
print(2 ** 10)
