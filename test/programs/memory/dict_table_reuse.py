# tier: C
# strategies: arena-pools
# The smallest table of a dict with str keys goes to a free list: the next such dict asks the allocator for nothing.
import sys
blocks = sys.getallocatedblocks
def made(make):
    make(); make()
    before = blocks()
    kept = make()
    return blocks() - before
def more_of(make):
    make(); make()
    first = make()
    before = blocks()
    second = make()
    return blocks() - before
print(made(lambda: {}), made(lambda: {"a": 1}), made(lambda: {1: 1}), made(lambda: {"a": 1, "b": 2}))
print(more_of(lambda: {1: 1}))
print(sys.getsizeof({"a": 1}), sys.getsizeof({1: 1}))
