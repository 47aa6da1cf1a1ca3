# round() rounds the true binary value, ties to even.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 0.125, 0.375, 1e16 + 2, 1234.5678, -1234.5678):
    print(x, round(x), [round(x, n) for n in (-3, -2, -1, 0, 1, 2, 3)])
print(round(1e300, -299), round(1e-300, 300), round(5.5e-324, 330), round(1.5, 400), round(1.5, -400))
print(type(round(2.0)), type(round(2.0, 0)), round(2.5, None), round(number=3.7), round(3.14159, ndigits=3))
print(round(1e22), round(2**70 * 1.0), round(0.1 + 0.2, 15), round(0.1 + 0.2, 16), round(0.1 + 0.2, 17))
try:
    round(1.7976931348623157e308, -308)
except OverflowError as error:
    print(error)
try:
    round("1")
except TypeError as error:
    print(error)
