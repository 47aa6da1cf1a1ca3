# The usual first class, with __str__, a class attribute and exceptions.
class BankAccount:
    interest = 0.02
    accounts = 0
    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.history = []
        BankAccount.accounts += 1
    @property
    def balance(self):
        return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(f"+{amount}")
        return self
    def withdraw(self, amount):
        if amount > self._balance: raise ValueError("not enough money")
        self._balance -= amount
        self.history.append(f"-{amount}")
        return self
    def add_interest(self):
        self._balance *= 1 + self.interest
    def __str__(self):
        return f"{self.owner}'s account: {self._balance:.2f}"
    def __repr__(self):
        return f"BankAccount({self.owner!r}, {self._balance!r})"
    def __eq__(self, other):
        return isinstance(other, BankAccount) and (self.owner, self.balance) == (other.owner, other.balance)
class Savings(BankAccount):
    interest = 0.1
    def __init__(self, owner, balance=0.0, limit=2):
        super().__init__(owner, balance)
        self.left = limit
    def withdraw(self, amount):
        if self.left == 0: raise PermissionError("no withdrawals left")
        self.left -= 1
        return super().withdraw(amount)
a = BankAccount("Ann", 100)
b = Savings("Bob")
a.deposit(50).withdraw(30).deposit(0.5)
b.deposit(1000)
a.add_interest()
b.add_interest()
print(a, b, sep="\n")
print(repr(a), [a, b], a.history, BankAccount.accounts, a == BankAccount("Ann", a.balance), a == b, a != 5)
for action in (lambda: a.withdraw(1e9), lambda: a.deposit(-5), lambda: setattr(a, "balance", 5), lambda: [b.withdraw(1) for _ in range(3)]):
    try:
        action()
    except (ValueError, AttributeError, PermissionError) as error:
        print(type(error).__name__, error)
print(a.__class__.__name__, isinstance(b, BankAccount), Savings.__mro__[1].__name__, b.history)
