# Decimal conversion is limited to 4300 digits; powers of two bases are not.
import sys
print(sys.get_int_max_str_digits())
fine = 10**4299
print(len(str(fine)))
for act in (lambda: str(10**4300), lambda: int("1" * 4301), lambda: f"{10**5000}", lambda: "%d" % 10**5000):
    try:
        print(len(str(act())))
    except ValueError as error:
        print(error)
print(len(hex(10**5000)), int("f" * 5000, 16).bit_length())
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
sys.set_int_max_str_digits(640)
try:
    str(10**640)
except ValueError as error:
    print(error)
try:
    sys.set_int_max_str_digits(10)
except ValueError as error:
    print(error)
