# The exit code is the number given.
import sys
print("before")
try:
    sys.exit(7)
finally:
    print("cleanup")
