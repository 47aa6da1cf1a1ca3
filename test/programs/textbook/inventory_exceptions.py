# A shop with its own exceptions, a log, and a context manager.
class ShopError(Exception): pass
class OutOfStock(ShopError):
    def __init__(self, item, wanted, left):
        super().__init__(f"{item}: wanted {wanted}, only {left} left")
        self.left = left
class UnknownItem(ShopError, KeyError):
    def __str__(self): return f"no item called {self.args[0]!r}"
class Shop:
    def __init__(self): self.stock, self.log = {}, []
    def add(self, item, n, price):
        if n <= 0: raise ValueError(f"bad count {n}")
        old, _ = self.stock.get(item, (0, 0))
        self.stock[item] = old + n, price
    def sell(self, item, n=1):
        try:
            left, price = self.stock[item]
        except KeyError:
            raise UnknownItem(item) from None
        if left < n: raise OutOfStock(item, n, left)
        self.stock[item] = left - n, price
        self.log.append((item, n, n * price))
        return n * price
    def order(self): return Order(self)
class Order:
    def __init__(self, shop): self.shop = shop
    def __enter__(self):
        self.saved, self.at, self.total = dict(self.shop.stock), len(self.shop.log), 0
        return self
    def add(self, item, n=1): self.total += self.shop.sell(item, n)
    def __exit__(self, kind, error, tb):
        if kind is None: print(f"order of {self.total:.2f}")
        else:
            self.shop.stock = self.saved
            del self.shop.log[self.at:]
            print("rolled back:", error)
        return kind is not None and issubclass(kind, ShopError)
s = Shop()
s.add("pen", 10, 1.5)
s.add("book", 2, 12.25)
with s.order() as o:
    o.add("pen", 4)
    o.add("book")
with s.order() as o:
    o.add("pen", 2)
    o.add("book", 5)
with s.order() as o: o.add("lamp")
try:
    with s.order() as o:
        o.add("pen")
        raise RuntimeError("power cut")
except RuntimeError as e: print("passed on:", e)
try: s.add("pen", 0, 1)
except ValueError as e: print(e)
for item in ("book", "cup"):
    try: s.sell(item, 2)
    except OutOfStock as e: print("sorry", e.left, e)
    except KeyError as e: print("key", e, e.args)
print(s.stock, s.log, sum(l[2] for l in s.log))
