# decimal: every value with every operation; exceptions by name and text.
from decimal import *
import decimal, copy, math
from fractions import Fraction
D = Decimal
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
for x in ('abc','', ' 1.5 ', '1_000.5', '--1', '1e', '.', '.5', '5.', '+5', 'inf', '-INFINITY', 'nan12', 'snan', 'NaN-', '１２', '1 2', 5, -5, True, 0.1, 1e300, float('inf'), float('nan'), (0,(1,2,3),-2), (1,(),0), (0,(1,),'F'), (0,(1,2),'n'), [0,[1,2],3], (2,(1,),0), (0,(1,'a'),0), (0,(1,)), None, [], {}, b'1', 1j, Fraction(1,2)):
    t(D, x)
print(getcontext())
getcontext().prec = 6
print(D(1)/D(7), D(2).sqrt(), D(100)/3, D('123456789')+0, +D('1.23456789'))
getcontext().prec = 28
for op in ('D(1)+1.0','D(1)+"a"','1.0+D(1)','D(1)<"a"','D(1)==1.0','D("0.1")==0.1','D("0.1")<0.1','D(1)<Fraction(3,2)','D("1.5")==Fraction(3,2)','D(1)+Fraction(1,2)','D(5)//2','5//D(2)','7%D(-3)','divmod(-7,D(2))','2**D("0.5")','D(2)**-1','D(2)**0.5','pow(D(3),4,5)','D(-8)**D(1)/3','D(-8)**(D(1)/3)','D(0)**0','D(0)**-1','D(10)**100','D("1.1")**50','D(2)**100','D("1e100")**2','D("0.5")**10','D(4)**D("0.5")','D(9)**D("-0.5")','D(3)**-2','D(7)**D("1.5")','D(2)**D("-1.7")','D("1.00")**3','D(1)**D("0.5")','D("Infinity")**2','D(2)**D("Infinity")','D("0.5")**D("Infinity")','D(10)**-5','D(12345)**D("3.3")','max(D(1),D(2),3)','sum([D("0.1")]*10)','abs(D("-1.50"))','-D("0")','+D("-0")','int(D("1e30"))','float(D("1.5"))','complex(D("2"))','math.floor(D("-1.5"))','math.ceil(D("1.2"))','math.trunc(D("-1.9"))','round(D("2.675"),2)','round(D("2.5"))','round(D("1234.5"),-2)','hash(D("1.5"))==hash(1.5)','hash(D(10))==hash(10)','hash(D("Infinity"))','D("1.5").as_integer_ratio()','D("1E3").as_tuple()','D("NaN").as_tuple()','D("-Infinity").as_tuple()','D.from_float(0.1)','D.from_float(3)','D.from_float("a")','copy.copy(D("1.1"))','copy.deepcopy([D("1.1")])','D("1.1").fma(2,3)','D("10").remainder_near(3)','D("10").compare(D("9"))','D("nan").compare(1)','D("1").compare_total(D("1.0"))','D("3").max(D("nan"))','D("3").min(4)','D("12345").shift(2)','D("12345").rotate(-2)','D("1.5").scaleb(3)','D("1.23").same_quantum(D("4.56"))','D(1).next_toward(2)','D("1101").logical_and(D("1011"))','D("1e400000").exp()','D("-1e400000").exp()','D("1e-30").exp()','D("1e-30").ln()','D("0").ln()','D("-1").ln()','D("-1").sqrt()','D("1e6").log10()','D("0.001").log10()','D(2).log10()','D(1)/0','D(0)/0','D(1)//0','D(1)%0','D("1e999999")*10','D("1e-999999")/10**30','D("sNaN")+1','D("NaN")<1','D("sNaN")==1','D("nan")==D("nan")','hash(D("sNaN"))','int(D("nan"))','int(D("inf"))','round(D("nan"))','D("123.456").quantize(D("1e-30"))','D("1").quantize(D("0.1"), rounding="bad")','D("1.5").to_integral_value(ROUND_UP)','str(D("1e-7"))','D("1.10").normalize()','D("1e5").normalize()','D("100").normalize()','f"{D(\'1.1\'):>8}|{D(\'3.14159\'):.2f}"','"%.2f" % D("2.675")','"%d" % D("12.9")','D("1")is D("1")','bool(D("0.0"))','D(1).real','D(1).imag','isinstance(D(1), float)','D("1.0") == D("1")','{D("1.0"), D("1"), 1}','D(5).x','DefaultContext','BasicContext','ExtendedContext','Context(prec=3)','Context(prec=0)','Context(rounding="x")','Context(foo=1)','getcontext().flags[Inexact]','list(getcontext().flags)','getcontext().traps','D(1).__class__','D.__module__','decimal.ROUND_HALF_UP','decimal.MAX_PREC','D("1").adjusted()','D("9.99").quantize(D("1."))', 'Context(prec=5).create_decimal("3.14159265")','Context(prec=5).divide(1,3)','Context(prec=3).sqrt(2)','Context(prec=5).power(2,D("0.5"))','Context(prec=4).add(D("1.23456"),1)','Context(prec=4).quantize(D("1.23456"),D("0.01"))', 'Context(prec=4).to_sci_string(D("1e10"))', 'DivisionByZero.__mro__', 'InvalidOperation([1])', 'D("1").exp().ln()', 'D(2).ln()*D(10)','D("3.7") % 1','-D("3.7") % 1', 'D("3.7") // 1', 'D("5").is_zero()'):
    print(op, end=' '); t(eval, op)
with localcontext() as c:
    c.prec = 50
    print(D(1)/7, D(2).sqrt(), D(1).exp(), D(2).ln(), D(2).log10(), D(3)**D('0.3'))
with localcontext(Context(prec=3, traps=[])) as c:
    print(D(1)/0, D(0)/0, D('abc'), D(2)/3); print(c.flags)
    print(c)
with localcontext(prec=5): print(D(1)/3)
print(D(1)/3)
try:
    with localcontext() as c:
        c.traps[Inexact] = True
        D(1)/3
except Inexact as e: print('trap', repr(e), e)
with localcontext() as c:
    c.traps[FloatOperation] = True
    t(D, 0.5); t(lambda: D(1) < 0.5); t(lambda: D(1) == 0.5); t(D.from_float, 0.5)
with localcontext() as c:
    c.prec=100
    pi = D(0)
    for k in range(70):
        pi += (D(1)/(16**k))*(D(4)/(8*k+1)-D(2)/(8*k+4)-D(1)/(8*k+5)-D(1)/(8*k+6))
    print(pi)
    print(D(163).sqrt().__mul__(pi).exp())
    for p in (1,2,3,5,10,40,200):
        c.prec=p
        print(p, D(3).ln(), D('0.1').ln(), D('1.0001').ln(), D('0.9999').ln(), D(10).exp(), D('-3.3').exp(), D(7).log10(), D('1.05')**D('360'), D('0.3')**D('7.77'))
class Money(Decimal):
    def __new__(cls, v): return super().__new__(cls, v)
    def __str__(self): return f"${super().__str__()}"
m = Money('5.10'); print(m, repr(m), m+1, type(m+1), m == D('5.1'))
class E(Decimal): pass
e=E('1.2'); e.x=5; print(e.x, E.from_float(0.5), type(E.from_float(0.5)))
try: D(1).foo = 2
except AttributeError as e: print(e)
t(getcontext().__setattr__, 'foo', 1); t(setattr, getcontext(), 'prec', 'a'); t(setattr, getcontext(), 'prec', 0); t(setattr, getcontext(), 'rounding', 'x'); t(setattr, getcontext(), 'Emin', 5)
