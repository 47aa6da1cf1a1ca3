# decimal: every value with every operation; exceptions by name and text.
from decimal import *
D = Decimal
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
vals = ['0','-0','1','-7.5','2.5','1.10','123.456','1E+10','1E-10','-Infinity','NaN','sNaN','0E+5','12345678901234567890123456789012345']
for v in vals:
    d = D(v)
    for m in 'sqrt exp ln log10 normalize to_integral_value to_integral_exact adjusted logb next_plus next_minus number_class as_tuple to_eng_string copy_abs copy_negate is_normal is_signed as_integer_ratio __neg__ __abs__ __pos__ __bool__ __int__ __float__ __floor__ __ceil__ __round__ __str__ logical_invert hash'.split():
        if m == 'hash':
            if 'NaN' in v and v[0] != 's': continue
            t(hash, d); continue
        print(v, m, end=' '); t(getattr(d, m))
    for spec in ('', '.2f', '10.3f', '<12', '^15.1f', '+.3e', ',.2f', '015.2f', '.0f', '%', '.1%', 'e', 'g', 'G', '.3g', 'n', '_', ',', '08,', '#.0f', ' ', 'z.1f', '*>10', '.10', 'E', 'x', '.2d', '=+10', '-<10.2f', '012,.1f'):
        print(v, spec, end=' '); t(format, d, spec)
    for q in ('1', '0.01', '1E+1', '0.0000001', '1E+20'):
        for r in (None, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
            print(v, q, r, end=' '); t(d.quantize, D(q), rounding=r)
    for n in (0, 1, 2, -1): t(round, d, n)
