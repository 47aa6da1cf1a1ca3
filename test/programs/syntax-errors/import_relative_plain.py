# stderr: full
print("never printed")
import .a
