# stderr: full
# A warning that nobody catches is shown once, with its line.
import warnings
def f():
    warnings.warn("look here")
for _ in range(3):
    f()
warnings.warn("another", RuntimeWarning)
print("goes on")
