import sys
try:
    raise ValueError("lost")
finally:
    print("leaving")
    sys.exit(4)
