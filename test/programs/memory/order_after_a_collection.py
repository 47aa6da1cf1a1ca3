# strategies: arena-pools refcount-cycle
# The tuple of an exception's arguments is there before the exception, and a running frame is in no list of the collector: both show in the order in which a collection leaves its lists.
import gc, sys
class C2:
    def __init__(self, a=None): self.tag = a
    def __del__(self): print(self.tag)
def show(x):
    gc.collect()
    names = []
    for o in gc.get_objects():
        t = type(o).__name__
        if t == 'C2': names.append(f'C2#{o.tag}')
        elif t == 'ValueError': names.append('VE')
        elif t == 'traceback': names.append('tb')
        elif t == 'frame': names.append('frame ' + o.f_code.co_name)
        elif t == 'tuple' and o and type(o[0]) is C2: names.append('args')
        elif t == 'list' and o and (type(o[0]) is C2 or type(o[0]) is list and o[0] and type(o[0][0]) is C2): names.append('list')
    print(names)
def main():
    b = [] + [[C2(i)] for i in range(4)]
    try:
        raise ValueError(C2(9))
    except ValueError as error:
        c = error
    print(sys.getrefcount(c), sys.getrefcount(c.args), sys.getrefcount(c.args[0]), sys.getrefcount(c.__traceback__))
    show(None)
    show(None)
main()
