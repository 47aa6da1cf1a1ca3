# What list() and dict() take, and other ways to make containers: a call of the type has memory of its own, displays are served by the free lists.
# tier: C
# strategies: arena-pools
import gc, sys
gc.collect(); gc.disable()
def probe(label, f):
    f(); f()
    c0 = gc.get_count()[0]; b0 = sys.getallocatedblocks()
    for _ in range(30): f()
    if label: print(label, gc.get_count()[0] - c0, sys.getallocatedblocks() - b0)
probe('', lambda: 0)
probe('list()', lambda: list()); probe('list it', lambda: list('ab')); probe('dict()', lambda: dict()); probe('dict it', lambda: dict(a=1)); probe('dict z', lambda: dict(zip('ab', 'cd'))); probe('[]', lambda: []); probe('{}', lambda: {}); probe('sorted', lambda: sorted('ab')); probe('comp', lambda: [x for x in 'ab']); probe('fromkeys', lambda: dict.fromkeys('ab')); probe('copy', lambda: {1: 2}.copy()); probe('lcopy', lambda: [1].copy()); probe('slice', lambda: [1][:]); probe('split', lambda: 'a b'.split()); probe('kw', lambda: (lambda **k: k)(a=1)); probe('star', lambda: [*'ab']); probe('tuple', lambda: tuple('ab')); probe('set', lambda: set('ab')); probe('float', lambda: float('1.5')); probe('float2', lambda: 1.5 * len('ab')); probe('int', lambda: int('12345')); probe('str', lambda: str(12345)); probe('vars', lambda: locals()); probe('items', lambda: list({1: 2}.items())); probe('keys', lambda: list({1: 2})); probe('map', lambda: list(map(len, ['a'])))
probe('zip', lambda: list(zip('a', 'b'))); probe('enum', lambda: list(enumerate('ab'))); probe('range', lambda: list(range(3))); probe('mul', lambda: [0] * 3); probe('add', lambda: [1] + [2]); probe('dcomp', lambda: {x: 1 for x in 'ab'}); probe('merge', lambda: {1: 2} | {3: 4}); probe('dstar', lambda: {**{1: 2}}); probe('splitlines', lambda: 'a\nb'.splitlines()); probe('partition', lambda: 'a-b'.partition('-')); probe('slice obj', lambda: slice(1, 2)); probe('exc', lambda: ValueError('x')); probe('frozenset', lambda: frozenset('ab')); probe('bytes', lambda: bytes(3)); probe('reversed', lambda: list(reversed([1, 2]))); probe('type', lambda: type(1)); probe('complex', lambda: complex(1, 2)); probe('bytearray', lambda: bytearray(3)); probe('object', lambda: object()); probe('range', lambda: range(5)); probe('super', lambda: super(int, 1)); probe('property', lambda: property(len)); probe('iter', lambda: iter([1]))
