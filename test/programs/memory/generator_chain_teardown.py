# Chains of suspended generators, closures, exceptions and bound methods are torn down without recursion.
def link(previous):
    yield previous
def closure(previous):
    return lambda: previous
class M:
    def m(self): pass
depth = 20000
chain = None
for _ in range(depth):
    chain = link(chain)
    next(chain)
del chain
print("generators")
chain = None
for _ in range(depth): chain = closure(chain)
del chain
print("closures")
chain = None
for _ in range(depth):
    error = ValueError(chain)
    error.__context__ = chain
    chain = error
del chain, error
print("exceptions")
chain = None
for _ in range(depth):
    holder = M()
    holder.held = chain
    chain = holder.m
del chain, holder
print("methods")
chain = iter([])
for _ in range(depth): chain = iter([chain])
del chain
print("iterators")
