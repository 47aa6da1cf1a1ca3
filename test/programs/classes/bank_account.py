# Small object program: accounts, transfer, errors, history.
class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.missing = needed - available
class Account:
    count = 0
    def __init__(self, owner, balance=0):
        type(self).count += 1
        self.owner, self.balance, self.log = owner, balance, []
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.log.append(("+", amount))
    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.log.append(("-", amount))
    def transfer(self, other, amount):
        self.withdraw(amount)
        try:
            other.deposit(amount)
        except ValueError:
            self.balance += amount
            raise
    def __str__(self):
        return f"{self.owner}: {self.balance}"
class Savings(Account):
    rate = 0.05
    def add_interest(self):
        self.deposit(self.balance * self.rate)
a, s = Account("Ann", 100), Savings("Sam", 200)
a.transfer(s, 30)
s.add_interest()
print(a, s, a.log, s.log, Account.count, Savings.count)
for act in (lambda: a.withdraw(500), lambda: a.transfer(s, -5), lambda: a.deposit(0)):
    try:
        act()
    except InsufficientFunds as error:
        print("missing", error.missing, error)
    except ValueError as error:
        print("value", error)
print(a, s, [str(x) for x in sorted([s, a], key=lambda x: x.balance)])
