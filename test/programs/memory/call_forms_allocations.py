# Calls of every form, a hundred times: what they add to the count of the youngest generation, and to the blocks in use.
# tier: C
# strategies: arena-pools
import gc, sys
gc.collect(); gc.disable()
class A:
    def __init__(self, x=None, **k): self.x = x
    def __call__(self, *a, **k): return a
    def m(self, *a, **k): return k
class B(A):
    def __init__(self, *a, **k): super().__init__(*a, **k)
class N:
    def __new__(cls, *a, **k): return super().__new__(cls)
def probe(label, f):
    f(); f()
    c0 = gc.get_count()[0]; b0 = sys.getallocatedblocks()
    for _ in range(100): f()
    result = gc.get_count()[0] - c0, sys.getallocatedblocks() - b0
    if label: print(label, *result)
probe('', lambda: A(1)); probe('', lambda: print(end=''))
a = A(); t = (1, 2); d = {'y': 1}; keep = []
probe('a()', lambda: a()); probe('a(1,2)', lambda: a(1, 2)); probe('a(x=1)', lambda: a(x=1)); probe('a(*t)', lambda: a(*t)); probe('a(*t,**d)', lambda: a(*t, **d)); probe('m', lambda: a.m(1, z=2)); probe('m*', lambda: a.m(*t, **d))
probe('print', lambda: print(end='')); probe('format', lambda: '{} {x}'.format(1, x=2)); probe('object.__init__', lambda: object.__init__(a)); probe('eq', lambda: a.__eq__(a)); probe('setattr', lambda: object.__setattr__(a, 'x', 1)); probe('union', lambda: {1}.union([2])); probe('update', lambda: {}.update(a=1))
probe('keep A(x=1)', lambda: keep.append(A(x=1))); probe('keep a', lambda: keep.append(a(1))); probe('keep d', lambda: keep.append(a.m(z=1)))
probe('list', lambda: [1]); probe('dict', lambda: {'a': 1}); probe('lambda', lambda: lambda: 0); probe('gen', lambda: (x for x in t)); probe('exc', lambda: ValueError(1))
probe('A(1)', lambda: A(1)); probe('A(x=1)', lambda: A(x=1)); probe('A(y=1)', lambda: A(y=1)); probe('B(1)', lambda: B(1)); probe('B(x=1)', lambda: B(x=1)); probe('N(1)', lambda: N(1)); probe('N(x=1)', lambda: N(x=1))
