print([sorted(locals())[-1:] for x in range(1)])
print([locals()['x'] for x in 'ab'], [eval('x*2') for x in range(3)], {k: [eval('k+v') for v in 'cd'] for k in 'ab'})
x = 7
print([eval('x') for y in (1,)], [dir() for z in 'q'], x, 'x' in locals())
class C:
    y = 1
    z = [sorted(locals()) for x in range(1)]
    w = [locals()['x'] for x in 'ab']
    f = [(lambda: i) for i in range(2)]
    g = [(lambda: i, sorted(locals())) for i in range(2)][1][1]
    names = sorted(locals())
    def m(self): return super().__repr__()
print(C.z, C.w, C.g, C.names)
def g(a):
    b = 2
    class D:
        q = a
        r = sorted(locals())
        s = [sorted(locals()) for t in 'x']
    return [sorted(locals().items()) for x in range(2) if not isinstance(x, str)][0][:2], {k: locals()['k'] for k in 'q'}, D.r, D.s
print(g(1))
print([(lambda: i, sorted(locals()))[1] for i in range(1)])
exec('r = [eval("q") for q in (1, 2)]'); print(r)
print(list(eval('u') for u in (1,2)))
