# tier: C
# A Python function called with * or ** owns its arguments alone; tuple and mapping are gone when it runs.
import sys
x = object()
def one(q): return sys.getrefcount(q)
def many(*q): return sys.getrefcount(q[0]), sys.getrefcount(q)
def named(**q): return sys.getrefcount(q["q"])
print(one(x), one(*[x]), one(*(x,)), one(**{"q": x}), one(*iter([x])))
print(many(x), many(*[x]), many(*(x,)), named(q=x), named(**{"q": x}))
