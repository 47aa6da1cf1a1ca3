# What wrappers of slots say of a wrong number of arguments.
class C: pass
for f in ((2).__pow__, (2).__add__, [1].__setitem__, [1].__delitem__, {}.__setitem__, C().__setattr__, C().__delattr__, C().__getattribute__, property().__get__, property().__set__, property().__delete__, (2).__rpow__, (2).__neg__, "a".__getitem__, [].__len__, (lambda: 1).__get__, [].__iadd__, [].__imul__, [].__contains__, "".__mod__, (1).__eq__, (1).__hash__, [].__iter__, iter([]).__next__, (1).__bool__, b"".__getitem__):
    for n in range(5):
        try: f(*[1] * n)
        except TypeError as e: print(f.__name__, n, repr(str(e)))
        except Exception as e: print(f.__name__, n, type(e).__name__)
