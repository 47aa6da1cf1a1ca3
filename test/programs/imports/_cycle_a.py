print("a starts")
import _cycle_b
name = "a"
def both():
    return name + _cycle_b.name
print("a ends")
