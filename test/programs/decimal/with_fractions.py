from fractions import Fraction as F
from decimal import Decimal as D, getcontext, ROUND_HALF_UP, localcontext, InvalidOperation
print(F(1, 3) + F(1, 6), F('0.125'), F(0.5), F(7, -21), F(3, 4) ** 2, F(1, 2) < 0.75, F(10, 4).limit_denominator(1), F('3/9'), round(F(7, 2)), float(F(1, 3)), divmod(F(7, 2), 1), hash(F(1, 2)) == hash(0.5), F(5).is_integer(), f'{F(1, 3):.3f}', F(1, 3).as_integer_ratio(), abs(F(-1, 2)), F(2) ** (-1), F(4, 9) ** 0.5, repr(F(1, 2)), str(F(3)))
print(D('0.1') + D('0.2'), D(1) / D(3), D('1.10') * 2, D('2.675').quantize(D('0.01')), D('2.675').quantize(D('0.01'), rounding=ROUND_HALF_UP), D('1e3'), D('-0'), D('NaN'), D('Infinity') > 5, D(2).sqrt(), D('123.456').as_tuple(), D(10) ** (-3), D('7') // 2, D('-7') % 3, D('1.500').normalize(), D(3).exp(), D(100).log10(), D('1E+2'), int(D('9.9')), D.from_float(0.1), f'{D('1234567.891'):,.2f}', D('1.0') == 1, hash(D('1.0')) == hash(1), max(D(1), D(2)), sorted([D('3'), D('1.5')]), round(D('2.5')), D('5').is_signed(), D('0.00001234'), D('12').to_eng_string(), D(1).compare(D(2)))
with localcontext() as c:
    c.prec = 5
    print(D(1) / 7)
getcontext().prec = 50
print(D(2).sqrt())
for e in ("D('x')", 'D(1) / 0', "D('sNaN') + 1", 'D(0) / 0', 'F(1, 0)', "F('x')", 'D(1.5) + 1.5', 'F(1.5) + D(1)', 'D(-1).sqrt()'):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
