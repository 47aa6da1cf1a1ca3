# stderr: full
print("never printed")
from math import sin,
