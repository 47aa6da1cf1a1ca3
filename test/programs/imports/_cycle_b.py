print("b starts")
import _cycle_a
print("b sees name in a:", hasattr(_cycle_a, "name"))
name = "b"
try:
    from _cycle_a import both
except ImportError as e:
    print(str(e).split(" (")[0])
print("b ends")
