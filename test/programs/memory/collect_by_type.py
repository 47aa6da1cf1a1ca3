# tier: C
# What gc.collect returns for a self-cycle through each kind of container.
import gc, collections, functools, itertools, types
gc.disable()
gc.collect()
class Box: pass
def cycle(make):
    make()
    return gc.collect()
def list_(): x = []; x.append(x)
def dict_(): x = {}; x[0] = x
def set_():
    b = Box()
    b.s = {b}
def deque_(): x = collections.deque(); x.append(x)
def odict_(): x = collections.OrderedDict(); x[0] = x
def ddict_(): x = collections.defaultdict(list); x[0] = x
def tuple_(): l = []; l.append((l,))
def partial_():
    l = []
    l.append(functools.partial(print, l))
def iter_(): l = []; l.append(iter(l))
def chain_(): l = []; l.append(itertools.chain(l))
def zip_(): l = []; l.append(zip(l))
def ns_(): n = types.SimpleNamespace(); n.n = n
def view_(): d = {}; d[0] = d.keys()
def slice_(): l = []; l.append(slice(l, None))
def method_(): l = []; l.append(l.append)
def exc_(): e = ValueError(); e.args = (e,)
def gen_():
    l = []
    g = (x for x in l)
    l.append(g)
def obj_(): b = Box(); b.b = b
for f in (list_, dict_, set_, deque_, odict_, ddict_, tuple_, partial_, iter_, chain_, zip_, ns_, view_, slice_, method_, exc_, gen_, obj_):
    print(f.__name__, cycle(f))
