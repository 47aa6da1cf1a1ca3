import atexit, sys
@atexit.register
def first(): print('first')
@atexit.register
def second():
    print('second')
    raise ValueError('in atexit')
def f():
    raise SystemExit(7)
try:
    f()
except Exception:
    print('not here')
