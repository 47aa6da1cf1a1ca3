# int to float rounds half to even; beyond the range it raises.
for n in (2**53, 2**53 + 1, 2**53 + 2, 2**53 + 3, 2**54 + 2, 2**54 + 6, 10**22, 10**23, 2**1023):
    print(n if n < 10**25 else "2**1023", repr(float(n)))
top = 2**1024 - 2**970
print(repr(float(top - 1)))
for bad in (top, 2**1024, 10**400, -10**400):
    try:
        print(float(bad))
    except OverflowError as error:
        print(error)
print(int(1e22), int(1e23), int(1.7976931348623157e308) == (2**53 - 1) * 2**971, int(-2.0**70))
print((10**23) / 10, 10**400 / 10**398, (2**1100 + 1) / 2**1099, -(10**30) / 7)
try:
    10**400 / 1
except OverflowError as error:
    print(error)
try:
    10**400 + 1.0
except OverflowError as error:
    print(error)
