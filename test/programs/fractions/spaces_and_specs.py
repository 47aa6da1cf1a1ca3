from fractions import Fraction as F

for text in ("3 / 2", " 3/2 ", "-3  /  2", "3/ 2", "3 /2", "1 . 5", "3//2", "3 / -2", "+1_0 / 2_0"):
    try:
        print(repr(text), F(text))
    except ValueError as error:
        print(repr(text), error)
for spec in ("006f", ".010f", ".02f", ".000f", "06.2f", "0f", ".0f", "10", "010", "<05.1f", "z.1f", "#.0f", ",.2f"):
    try:
        print(spec, format(F(22, 7), spec))
    except ValueError as error:
        print(spec, error)
