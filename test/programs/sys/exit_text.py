# A text goes to stderr and the code is 1.
import sys
print("before")
sys.exit("something is wrong")
