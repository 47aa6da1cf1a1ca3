# round() of ints with negative digits rounds half to even.
for n in (5, 15, 25, 35, 45, 55, -15, -25, 149, 150, 151, 250, 350):
    print(n, round(n), round(n, 0), round(n, -1), round(n, -2), round(n, -3), round(n, 2))
print(round(10**30 + 5, -1), round(-(10**30) - 15, -1), round(5, None))
print(type(round(5, -1)), type(round(True)), round(True, 0))
try:
    round(5, 1.0)
except TypeError as error:
    print(error)
