# tier: C
# Names put into f_locals that are no variables, loops of tracebacks, comparing cells, sizes.
import gc
import sys
import types


def f():
    frame = sys._getframe()
    frame.f_locals['extra'] = 1
    print(sorted(locals()), sorted(frame.f_locals))


f()
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
    print(sys.getsizeof(traceback))
    try:
        traceback.tb_next = traceback
    except ValueError as problem:
        print(problem)
cell = types.CellType
print(cell(1) < cell(2), cell() == cell(), cell() < cell(1), cell(1) <= cell())
print(sys.getsizeof(ExceptionGroup('g', [ValueError()])), sys.getsizeof(BaseExceptionGroup('g', [KeyboardInterrupt()])))


class S:
    __slots__ = ('x',)


for o in (S.x, int.real, int.__add__, str.join, object.__dict__['__class__'], print):
    print(type(o).__name__, gc.is_tracked(o))
for base in (int, tuple, bytes, type):
    for slots in ((), ('a',), ('__dict__',), ('__weakref__',)):
        try:
            type('X', (base,), {'__slots__': slots})
            print(base.__name__, slots, 'made')
        except TypeError as problem:
            print(problem)
