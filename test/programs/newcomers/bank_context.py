"""Accounts with context managers: transactions that roll back, audit trails, temporary limits."""
from contextlib import ExitStack, contextmanager, suppress
from copy import deepcopy


class InsufficientFunds(ValueError):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(account, amount)

    def __str__(self):
        return f"{self.account.owner} has {self.account.balance:.2f}, needs {self.amount:.2f}"


class Account:
    limit = 0
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        self.history = []
        type(self)._count += 1

    @property
    def balance(self):
        return self.__balance

    @balance.setter
    def balance(self, value):
        if value < -self.limit:
            raise InsufficientFunds(self, self.__balance - value)
        self.history.append(value - self.__balance)
        self.__balance = value

    @classmethod
    def count(cls):
        return f"{cls.__name__}: {cls._count}"

    def __iadd__(self, amount):
        self.balance += amount
        return self


class Credit(Account):
    limit = 50
    _count = 0


@contextmanager
def transaction(*accounts):
    saved = [deepcopy(vars(account)) for account in accounts]
    try:
        yield accounts
    except Exception as error:
        for account, state in zip(accounts, saved):
            vars(account).clear()
            vars(account).update(state)
        print("rolled back:", type(error).__name__, "-", error)
        raise
    else:
        print("committed", [account.balance for account in accounts])


class raised_limit:
    def __init__(self, account, amount):
        self.account, self.amount = account, amount

    def __enter__(self):
        self.account.limit += self.amount
        return self.account

    def __exit__(self, kind, error, trace):
        del self.account.limit
        print("limit is", self.account.limit, "again", f"after {kind.__name__}" if kind else "")
        return kind is InsufficientFunds


ann, bob = Account("Ann", 100), Credit("Bob", 20)
with transaction(ann, bob):
    ann.balance -= 30
    bob += 30
with suppress(InsufficientFunds):
    with transaction(ann, bob):
        bob += 500
        ann += -500
print(ann.balance, bob.balance, ann.history, bob.history)
with raised_limit(bob, 1000) as richer:
    richer += -900
    print("bob owes", -bob.balance)
with raised_limit(ann, 10):
    ann += -500
try:
    with raised_limit(ann, 10):
        ann.balance = "lots"
except TypeError as error:
    print("TypeError:", error)
with ExitStack() as stack:
    for account in (ann, bob):
        stack.callback(print, "closing", account.owner)
    print(stack.enter_context(transaction(ann))[0] is ann)
print(Account.count(), Credit.count(), ann._Account__balance)
try:
    ann.__balance
except AttributeError as error:
    print(error)
