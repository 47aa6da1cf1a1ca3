# Operators, conversions and format specs of all number types on random values; one line of hashes for each pair.
seed=[4242]
def r(n):
    seed[0]=(seed[0]*1103515245+12345)&0x7fffffff
    return (seed[0]>>8)%n
out=[]
def rec(f):
    try: v=repr(f())
    except Exception as e: v=type(e).__name__+str(e)
    out.append(v)
SP=[0.0,-0.0,1.0,-1.0,0.5,1.5,2.5,-2.5,1e16,1e15,123456789.123,1e-5,1e-4,1e22,1e23,1.7976931348623157e308,5e-324,float('inf'),float('-inf'),float('nan'),0.1,1/3,2**53+0.0,-1e300,3.14159]
IN=[0,1,-1,2,-3,7,255,256,-5,10**9,2**31,2**31-1,-2**31,2**53,2**53+1,2**64,-2**64,10**30,True,False,10**400]
def f():
    k=r(3)
    if k==0: return SP[r(len(SP))]
    if k==1: return (r(2000)-1000)/(r(99)+1)
    return float(r(1<<20))*10.0**(r(40)-20)
def n():
    return IN[r(len(IN))] if r(2) else r(100000)-50000
def c():
    return complex(f(),f())
def any_():
    return (f,n,c)[r(3)]()
TY=['','d','x','X','o','b','n','e','E','f','F','g','G','%','c','s']
for i in range(50):
    a=any_(); b=any_()
    for op in (lambda:a+b,lambda:a-b,lambda:a*b,lambda:a/b,lambda:a//b,lambda:a%b,lambda:divmod(a,b),lambda:a<b,lambda:a==b,lambda:a!=b,lambda:a>=b,lambda:-a,lambda:+a,lambda:abs(a),lambda:hash(a) if a==a else 0,lambda:bool(a),lambda:int(a),lambda:float(a),lambda:complex(a),lambda:round(a),lambda:round(a,r(8)-4),lambda:str(a)):
        rec(op)
    e=r(7)-3
    rec(lambda:a**e if e>=0 or isinstance(a,int) and abs(a)<100 else 0); rec(lambda:2**a if a==1 else 0)
    rec(lambda:complex(a,b))
    spec=''
    if r(2): spec+=['','*','0',' '][r(4)]+'<>^='[r(4)] if r(2) else '<>^='[r(4)]
    if r(2): spec+='+- '[r(3)]
    if r(8)==0: spec+='z'
    if r(4)==0: spec+='#'
    if r(3)==0: spec+='0'
    if r(2): spec+=str(r(20))
    if r(3)==0: spec+=',_'[r(2)]
    if r(2): spec+='.'+str(r(12))
    spec+=TY[r(len(TY))]
    rec(lambda:format(a,spec)); rec(lambda:format('héllo',spec)); rec(lambda: ('{:'+spec+'}').format(b))
    p='%'+''.join('-+ #0'[r(5)] for _ in range(r(3)))+(str(r(15)) if r(2) else '')+('.'+str(r(10)) if r(2) else '')+'diouxXeEfFgGrsac'[r(16)]
    rec(lambda:p%(a,)); rec(lambda:p.encode()%(a,))
    rec(lambda:a.as_integer_ratio()); rec(lambda:a.hex()); rec(lambda: float.fromhex(a.hex())); rec(lambda:a.is_integer()); rec(lambda:a.conjugate()); rec(lambda:(a.real,a.imag))
    rec(lambda:a.bit_count()); rec(lambda:a.to_bytes(9,'little',signed=True)); rec(lambda:int.from_bytes(a.to_bytes(9,'big',signed=True),'big',signed=True)); rec(lambda:a<<r(70)); rec(lambda:a>>r(70)); rec(lambda:a&n()); rec(lambda:a|n()); rec(lambda: pow(a,r(5),7)); rec(lambda: hex(a)); rec(lambda: complex(str(b))); rec(lambda: float(repr(a)))
    print(i, len(out), sum(hash(v) for v in out) % 1000003, a, b, ascii(spec), p)
    out.clear()
