# Arithmetic of ints around the widths where representations change.
seed=[12345]
def rnd(bits):
    v=0
    while bits>0:
        seed[0]=(seed[0]*1103515245+12345)&0x7fffffff
        v=(v<<15)|(seed[0]>>16); bits-=15
    return v
def val():
    b=[1,5,14,29,30,31,32,33,52,53,54,59,60,61,62,63,64,65,89,90,91,119,120,121,300,500,1000][rnd(15)%27]
    v=rnd(b)&((1<<b)-1)
    k=rnd(3)&7
    if k==0: v=1<<b
    elif k==1: v=(1<<b)-1
    elif k==2: v=0
    if rnd(1)&1: v=-v
    return v
h=0
def mix(x):
    global h
    h=(h*1000003+(x if x>=0 else -x*3+1))%((1<<127)-1)
for i in range(60):
    a=val(); b=val()
    r=[a+b,a-b,a*b,a&b,a|b,a^b,~a,-a,abs(a)]
    s=rnd(8)%200
    r+=[a<<s,a>>s]
    if b!=0:
        r+=[a//b,a%b]; q=divmod(a,b); r+=list(q)
        assert q[0]*b+q[1]==a
        try: r.append(hash(a/b))
        except OverflowError: r.append(7)
    r.append(a.bit_length()); r.append(hash(a)); r.append((a<b)+2*(a<=b)+4*(a==b)+8*(a>b)+16*(a>=b)+32*(a!=b))
    r.append(a**(rnd(3)%6))
    m=b if b!=0 else 5
    r.append(pow(a,rnd(10),m))
    try: r.append(hash(float(a)))
    except OverflowError: r.append(1)
    r.append(int(str(a))); r.append(int(hex(a),16)); r.append(round(a,-(rnd(4)%15)))
    r.append((a<float(b))+2*(a==float(b)) if abs(b)<1<<900 else 0)
    for x in r: mix(x)
    print(i, a, b, h)
print(h)
