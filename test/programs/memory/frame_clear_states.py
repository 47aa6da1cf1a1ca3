# frame.clear: refused while the frame runs or rests in a generator, and what it lets go of otherwise.
# tier: C
import sys
import weakref


class Kept:
    def __del__(self): print('gone')


def inner():
    kept = Kept()
    raise ValueError


def generate():
    try:
        yield 1
    finally:
        print('finally')


try:
    inner()
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
print('held')
frame.clear()
print('cleared', frame.f_locals)
suspended = generate()
next(suspended)
fresh = generate()
for each in (suspended.gi_frame, sys._getframe(), fresh.gi_frame):
    try:
        print(each.clear())
    except RuntimeError as error:
        print(error)
print(list(fresh), next(suspended, 'end'))




class Impostor:
    def __hash__(self): return hash('variable')
    def __eq__(self, other): return other == 'variable'


class Text(str): pass


class Unhashable(str):
    __hash__ = None


def write(key):
    variable = 1
    proxy = sys._getframe().f_locals
    proxy[key] = 2
    return list(proxy), variable


for key in ('variable', Impostor(), Text('variable'), Unhashable('variable')):
    try:
        print(write(key))
    except TypeError as error:
        print(error)
for arguments, keywords in (((), {}), ((1,), {}), ((), {'frame': sys._getframe()})):
    try:
        type((lambda: sys._getframe().f_locals)())(*arguments, **keywords)
    except TypeError as error:
        print(type(error).__name__)
