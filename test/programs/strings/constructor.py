# str() of many things, str subclasses.
class Both:
    def __repr__(self):
        return "<repr>"
    def __str__(self):
        return "<str>"
class OnlyRepr:
    def __repr__(self):
        return "<only repr>"
print(str(), str(None), str(1.0), str([1, "a", Both()]), str(Both()), str(OnlyRepr()), str((Both(),)), f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()))
class BadStr:
    def __str__(self):
        return 5
class BadRepr:
    def __repr__(self):
        return None
for act in (lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: str(BadRepr()), lambda: str([BadRepr()]), lambda: str(1, "utf-8"), lambda: str("a", "utf-8"), lambda: str(b"a", 5), lambda: f"{BadStr()}"):
    try:
        print(act())
    except TypeError as error:
        print(error)
class Name(str):
    def shout(self):
        return self.upper() + "!"
n = Name("ada")
print(n, n.shout(), type(n).__name__, type(n + "x").__name__, type(n[:]).__name__, n == "ada", hash(n) == hash("ada"), {n: 1}["ada"], type(str(n)).__name__, repr(n), isinstance(n, str), "".join([n]).__class__.__name__)
print(Name(), Name(b"x", "ascii"), Name(5), n.title(), type(n.title()).__name__, "%s" % n, f"{n:>5}")
