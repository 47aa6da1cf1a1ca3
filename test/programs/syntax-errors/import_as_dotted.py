# stderr: full
print("never printed")
import math as a.b
