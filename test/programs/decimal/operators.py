# decimal: every value with every operation; exceptions by name and text.
from decimal import *
import decimal
D = Decimal
def t(f, *a):
    try: r = f(*a); print(repr(r))
    except Exception as e: print(type(e).__name__, e, type(e).__module__)
vals = ['0','-0','1','-1.0','1.10','-7.5','0.1','1E+10','9999999999999999999999999999','Infinity','NaN','sNaN','0E-5','1e-7']
ops = ['+','-','*','/','//','%']
import operator as o
fs = [o.add,o.sub,o.mul,o.truediv,o.floordiv,o.mod,divmod,o.eq,o.lt,o.ge, pow]
for a in vals:
    for b in vals:
        for f in fs:
            if f is pow and ('999' in a or '999' in b or 'E+10' in b or '12345' in b): continue
            print(a, b, f.__name__, end=' '); t(f, D(a), D(b))
