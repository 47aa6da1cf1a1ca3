# Records, sorting, replace, defaults, conversion.
from collections import namedtuple
Emp = namedtuple("Emp", "name dept pay", defaults=[0])
staff = [Emp("Ann", "it", 50), Emp("Bob", "hr"), Emp(name="Cy", dept="it", pay=70)]
print(staff[0], staff[1].pay, sorted(staff, key=lambda e: -e.pay)[0].name, staff[0]._replace(pay=55), staff[0]._asdict(), Emp(*("Di", "x", 1)), Emp._make(["E", "y", 2]))
for name, dept, pay in staff: print(f"{name:<4}{dept:>3}{pay:>4}")
by = {}
for e in staff: by.setdefault(e.dept, []).append(e.name)
print(by, max(staff, key=lambda e: e.pay).name, Emp._fields, Emp._field_defaults, staff[0] < staff[1], len(staff[0]), "it" in staff[0])
