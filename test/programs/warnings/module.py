# warnings: warn, filters, catch_warnings, errors.
import warnings
def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old()
    old()
    warnings.warn("plain")
    warnings.warn(FutureWarning("object"))
    print([(str(x.message), x.category.__name__) for x in w], len(w), w[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: old()
    except DeprecationWarning as e: print("raised", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("ignore")
    old()
    warnings.filterwarnings("always", message="keep.*")
    warnings.warn("keep me")
    warnings.warn("drop me")
    print([str(x.message) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for _ in range(3): warnings.warn("once a line")
    print(len(w))
    warnings.simplefilter("once")
    warnings.warn("once")
    warnings.warn("once")
    print(len(w))
for act in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("bad"), lambda: warnings.warn()):
    try: act()
    except (TypeError, ValueError) as e: print(type(e).__name__, str(e).split(";")[0])
print(issubclass(DeprecationWarning, Warning), issubclass(UserWarning, Exception), warnings.formatwarning("m", UserWarning, "f.py", 3, "code"))
class Mine(UserWarning): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always", Mine)
    warnings.warn("custom", Mine)
    print(w[0].category is Mine)
@warnings.deprecated("use new")
def dep(): return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(dep(), w[0].message)
