def deco(cls):
    orig = cls.__init__

    def __init__(self, *a, **k):
        print('init', a, k)
        orig(self, *a, **k)
    cls.__init__ = __init__
    return cls



@deco
class Account:
    rate = 0.05

    def __init__(self, owner, balance=0):
        self.owner, self._balance = (owner, balance)

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, v):
        if v < 0:
            raise ValueError('negative')
        self._balance = v

    def __enter__(self):
        self._saved = self._balance
        return self

    def __exit__(self, t, v, tb):
        if t:
            self._balance = self._saved
            print('rolled back', t.__name__)
        return t is ValueError

    def __iadd__(self, n):
        self.balance += n
        return self

    def __lt__(self, o):
        return self.balance < o.balance

    def __str__(self):
        return f'{self.owner}: {self.balance:.2f}'
    __repr__ = __str__
a = Account('ann', 100)
b = Account('bob', balance=50)
with a:
    a += 50
    a.balance -= 500
print(a, b, sorted([a, b]), max(a, b).owner)
a += 25
print(a)



class Savings(Account):

    def interest(self):
        self.balance *= 1 + self.rate
        return self
print(Savings('sue', 200).interest(), issubclass(Savings, Account), Savings.__mro__[1].__name__, Savings.rate, vars(b))
