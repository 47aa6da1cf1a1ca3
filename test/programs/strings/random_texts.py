# Every method of str, bytes and bytearray on random short texts; one line of hashes for each text, to find what differs.
seed=[777]
def r(n):
    seed[0]=(seed[0]*1103515245+12345)&0x7fffffff
    return (seed[0]>>8)%n
ALPHABETS=['abc ','ab,\t\n','aé','aéĀ€','a😀Āb ','ABCabc12','\r\n\x0b\x1c\x85\u2028 a','ǆßİıſΣσς','٣१²½Ⅷ5','\x00a','-+0 12']
def s(n=8):
    a=ALPHABETS[r(len(ALPHABETS))]
    return ''.join(a[r(len(a))] for _ in range(r(n)))
out=[]
def rec(f):
    try: v=repr(f())
    except Exception as e: v=type(e).__name__+str(e)
    out.append(v)
N=25
for i in range(N):
    a=s(14); b=s(3); c=s(4); k=r(9)-3; m=r(9)-3
    rec(lambda: a.find(b)); rec(lambda: a.rfind(b,k,m)); rec(lambda: a.count(b)); rec(lambda: a.index(b,k)); rec(lambda: a.replace(b,c)); rec(lambda: a.replace(b,c,k))
    rec(lambda: a.split()); rec(lambda: a.split(b,k)); rec(lambda: a.rsplit(None,k)); rec(lambda: a.rsplit(b,k)); rec(lambda: a.splitlines()); rec(lambda: a.splitlines(True))
    rec(lambda: a.partition(b)); rec(lambda: a.rpartition(b)); rec(lambda: a.strip()); rec(lambda: a.strip(b)); rec(lambda: a.lstrip(b)); rec(lambda: a.rstrip(c))
    rec(lambda: a.startswith(b)); rec(lambda: a.endswith((b,c))); rec(lambda: a.startswith(b,k,m)); rec(lambda: a[k:m]); rec(lambda: a[::-1]); rec(lambda: a[k::2]); rec(lambda: a[m:k:-1]); rec(lambda: a[k])
    rec(lambda: a.upper()); rec(lambda: a.lower()); rec(lambda: a.title()); rec(lambda: a.capitalize()); rec(lambda: a.swapcase()); rec(lambda: a.casefold())
    rec(lambda: (a.isalpha(),a.isalnum(),a.isdecimal(),a.isdigit(),a.isnumeric(),a.isspace(),a.isupper(),a.islower(),a.istitle(),a.isidentifier(),a.isprintable(),a.isascii()))
    rec(lambda: a.center(r(20))); rec(lambda: a.ljust(12,'é')); rec(lambda: a.rjust(12,'*')); rec(lambda: a.zfill(10)); rec(lambda: a.expandtabs(k+4))
    rec(lambda: a+b); rec(lambda: a*k); rec(lambda: b in a); rec(lambda: (a<b,a<=b,a==b,a!=b,a>b,a>=b)); rec(lambda: hash(a)); rec(lambda: c.join([a,b,a])); rec(lambda: c.join(a))
    rec(lambda: a.encode()); rec(lambda: a.encode('latin-1','replace')); rec(lambda: a.encode('utf-16')); rec(lambda: a.encode().decode()); rec(lambda: int(a)); rec(lambda: float(a)); rec(lambda: list(a)); rec(lambda: len(a))
    rec(lambda: a.removeprefix(b)); rec(lambda: a.removesuffix(b)); rec(lambda: a.translate({97:'X',98:None,99:0x1f600})); rec(lambda: f'{a!r:>20}|{b:^7}|{c:<5}'); rec(lambda: '%10s|%-5.2s|%r' % (a,b,c)); rec(lambda: ascii(a))
    B=a.encode('utf-8'); C=b.encode('utf-8'); D=c.encode('utf-8')
    for T in (bytes, bytearray):
        x=T(B)
        rec(lambda: x.find(C)); rec(lambda: x.rfind(C,k,m)); rec(lambda: x.count(C)); rec(lambda: x.replace(C,D,k)); rec(lambda: x.split()); rec(lambda: x.split(C,k)); rec(lambda: x.rsplit(C,k)); rec(lambda: x.rsplit(None,k)); rec(lambda: x.splitlines(True))
        rec(lambda: x.strip(D)); rec(lambda: x.partition(C)); rec(lambda: x[k:m]); rec(lambda: x[::-1]); rec(lambda: x[k]); rec(lambda: x.title()); rec(lambda: x.swapcase()); rec(lambda: x.hex(':',k)); rec(lambda: x.center(12,b'*')); rec(lambda: (x<C,x==C,x>=C)); rec(lambda: C in x); rec(lambda: x+C); rec(lambda: x*k); rec(lambda: x.decode()); rec(lambda: x.expandtabs(k+4)); rec(lambda: (x.isalpha(),x.isupper(),x.istitle(),x.isspace(),x.isdigit())); rec(lambda: repr(x))
    y=bytearray(B)
    def op():
        for _ in range(6):
            w=r(8); q=r(12)-3; z=r(12)-3
            if w==0: y.append(r(256))
            elif w==1: y[q:z]=C
            elif w==2: del y[q:z]
            elif w==3: y.insert(q,r(256))
            elif w==4 and y: y.pop(q) 
            elif w==5: y.extend(D)
            elif w==6: del y[q::2]
            elif w==7: y[q:z]=bytes(r(30))
        return (y, len(y), y.__alloc__())
    rec(op)
    rec(lambda: y)
    print(i, len(out), sum(hash(v) for v in out) % 1000003, ascii(a))
    out.clear()
