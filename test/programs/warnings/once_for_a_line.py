# stderr: full
# What built-in operations warn of is told once for a line, and noted in the module.
for _ in range(3):
    ~True


def undecided():
    return not NotImplemented


undecided()
undecided()
print(sorted(name for name in globals() if "warning" in name), len(__warningregistry__))

import warnings

for _ in range(2):
    ~False
warnings.simplefilter("always")
for _ in range(2):
    ~False
with warnings.catch_warnings(record=True) as seen:
    ~True
    print([(str(each.message)[:16], each.category.__name__, each.lineno) for each in seen])
~True
