# A library that warns, a caller that filters.
import warnings
def old(x):
    warnings.warn("old is deprecated, use new", DeprecationWarning, stacklevel=2)
    return x
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old(1)
    old(2)
print(len(seen), seen[0].message, seen[0].category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error", DeprecationWarning)
    try: old(3)
    except DeprecationWarning as e: print("error:", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(old(4))
