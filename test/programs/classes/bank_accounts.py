# Accounts: exceptions with fields, properties, ordering, frozen records.
"""A bank simulation with custom exceptions, properties and class methods."""
from __future__ import annotations
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from typing import ClassVar, Optional
from functools import total_ordering
import itertools

class BankError(Exception):
    """Base."""

class InsufficientFunds(BankError):
    def __init__(self, needed: float, available: float):
        super().__init__(f"need {needed:.2f}, have {available:.2f}")
        self.needed, self.available = needed, available

@dataclass(frozen=True, slots=True)
class Transaction:
    kind: str
    amount: float
    memo: str = ""

@total_ordering
class Account:
    _ids = itertools.count(1000)
    rate: ClassVar[float] = 0.02
    def __init__(self, owner, balance=0):
        self.id = next(self._ids); self.owner = owner; self._balance = balance; self.log = []
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, value):
        if value < 0: raise InsufficientFunds(-value, self._balance)
        self._balance = value
    @classmethod
    def open(cls, spec): name, _, amount = spec.partition(":"); return cls(name, float(amount or 0))
    @staticmethod
    def valid(name): return name.isalpha() and name.istitle()
    def __eq__(self, o): return isinstance(o, Account) and self.balance == o.balance
    def __lt__(self, o): return self.balance < o.balance
    def __hash__(self): return hash(self.id)
    def __iadd__(self, n): self.balance += n; self.log.append(Transaction("in", n)); return self
    def __isub__(self, n): self.balance -= n; self.log.append(Transaction("out", n, memo="atm")); return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self.balance:,.2f})"

class Savings(Account):
    def accrue(self): self.balance *= 1 + self.rate
a, b = Account.open("Ann:150.5"), Savings.open("Bob")
a += 1000; b += 20
try: b -= 50
except InsufficientFunds as e: print(type(e).__mro__, e, e.args, e.needed, e.available)
b.accrue()
print(a, b, a > b, a >= b, max(a, b), sorted([a, b]), a != b, a.log, b.log)
t = Transaction("x", 1.5)
try: t.amount = 5
except FrozenInstanceError as e: print("frozen", e)
print(asdict(t), astuple(t), replace(t, memo="m"), [f.name for f in fields(t)], hash(t) == hash(Transaction("x", 1.5)), t == Transaction("x", 1.5))
try: a.balance = "abc"
except TypeError as e: print(e)
try: a.id2
except AttributeError as e: print(e)
try: Transaction()
except TypeError as e: print(e)
try: Transaction("a", 1, "b", 2)
except TypeError as e: print(e)
print(Account.valid("Ann"), Account.valid("ann"), Account.open.__func__.__qualname__, Account.balance.fset.__name__, Transaction.__match_args__)
raise InsufficientFunds(3, 2) from ValueError("inner")
