# Interned strings are immortal in 3.12: names in the source, and what sys.intern returns.
import sys
def count(x):
    return sys.getrefcount(x)
made = "".join(["inter", "ned", "text"])
print(count("identifier") == 4294967295, count(made) < 100)
kept = sys.intern(made)
print(count(kept) == 4294967295, count("two words") < 100)
print(count(None) == 4294967295, count(5) == 4294967295, count(1000) < 100, count(()) == 4294967295)
