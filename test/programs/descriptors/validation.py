# Typed fields by descriptors, storage in the instance, inheritance.
class Typed:
    kind = object
    def __set_name__(self, owner, name): self.key = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        try:
            return obj.__dict__[self.key]
        except KeyError:
            raise AttributeError(f"{self.key} is not set") from None
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.key} must be {self.kind.__name__}")
        obj.__dict__[self.key] = v
class Int(Typed): kind = int
class Positive(Int):
    def __set__(self, obj, v):
        super().__set__(obj, v)
        if v <= 0: raise ValueError(f"{self.key} must be > 0")
class Str(Typed): kind = str
class Stock:
    name, shares, price = Str(), Positive(), Typed()
    def __init__(self, n, s, p): self.name, self.shares, self.price = n, s, p
s = Stock("ACME", 5, 1.5)
print(vars(s), s.shares)
for k, v in (("shares", "x"), ("shares", -1), ("name", 5), ("price", None)):
    try:
        setattr(s, k, v)
        print("set", k)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
del s.__dict__["name"]
try:
    s.name
except AttributeError as e:
    print(e)
try:
    del s.shares
except AttributeError as e:
    print(e)
print(type(Stock.shares).__name__, Stock.shares.key, hasattr(s, "name"))
