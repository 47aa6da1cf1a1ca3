# stderr: full
print("never printed")
import sin from math
