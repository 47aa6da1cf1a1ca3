# A module that raises while loading is not kept.
import sys
for _ in range(2):
    try:
        import _broken
    except RuntimeError as e:
        print(e, "_broken" in sys.modules, "_broken" in globals())
