"""Records where CPython's pymalloc puts blocks, for arena-pools.test.ts. Run it with the python3.13 whose behaviour is the golden:

    python3.13 record-pymalloc.py > pymalloc.json

What is recorded is the CRC-32 of each chunk of places; the operations come from a generator that the test repeats.

Pools are numbered by first appearance and offsets counted from the pool, so addresses do not matter. Arenas are aligned to 1 MiB, as
heaplab's are, through an arena allocator that the C library provides; they are never given back to it, which the trace cannot see.
"""
import ctypes
import gc
import json
import struct
import sys
import zlib

libc = ctypes.CDLL(None)


class ArenaAllocator(ctypes.Structure):
    _fields_ = [("ctx", ctypes.c_void_p), ("alloc", ctypes.c_void_p), ("free", ctypes.c_void_p)]


MIB = 1 << 20
POOL = 1 << 14
address_of = lambda function: ctypes.cast(function, ctypes.c_void_p).value
allocator = ArenaAllocator(MIB, address_of(libc.aligned_alloc), address_of(libc.labs))
ctypes.pythonapi.PyObject_SetArenaAllocator(ctypes.byref(allocator))

malloc = ctypes.pythonapi.PyObject_Malloc
malloc.restype = ctypes.c_void_p
malloc.argtypes = [ctypes.c_size_t]
free = ctypes.pythonapi.PyObject_Free
free.restype = None
free.argtypes = [ctypes.c_void_p]
realloc = ctypes.pythonapi.PyObject_Realloc
realloc.restype = ctypes.c_void_p
realloc.argtypes = [ctypes.c_void_p, ctypes.c_size_t]

SIZES = [464, 480, 496, 420]
OPS = 64000
PHASE = 8000
CHUNK = 200
state = 12345


def draw(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n


# Everything the loop needs exists before it starts, so that it takes no pools of its own.
kinds = [0] * OPS
picks = [0] * OPS
live = 0
for op in range(OPS):
    phase = (op // PHASE) % 4
    growing = draw(100) < (92, 25, 80, 5)[phase]
    if live == 0 or growing:
        kinds[op] = 1 + draw(4)
        live += 1
    elif draw(8) == 0:
        kinds[op] = 10 + draw(4)
        picks[op] = draw(live)
    else:
        picks[op] = draw(live)
        live -= 1

blocks = (ctypes.c_uint64 * OPS)()
results = (ctypes.c_uint64 * OPS)()
count = 0

seen = set()
while True:
    block = malloc(440)
    pool = block & ~(POOL - 1)
    # The arenas from before are not aligned, so a pool at a multiple of 1 MiB that follows another is the middle of one of them.
    if pool % MIB == 0 and pool - POOL not in seen:
        break
    seen.add(pool)

gc.disable()
arena = pool
pools = {pool: 0}
# Blocks of pools that were open before: used up, so that each class starts with the first block of a pool in the new arena.
for size in SIZES:
    while True:
        block = malloc(size)
        pool = block & ~(POOL - 1)
        if pool - arena < MIB and pool > arena:
            break
    pools[pool] = len(pools)

for op in range(OPS):
    kind = kinds[op]
    if kind == 0:
        index = picks[op]
        count -= 1
        free(blocks[index])
        blocks[index] = blocks[count]
    elif kind < 10:
        address = malloc(SIZES[kind - 1])
        blocks[count] = address
        results[op] = address
        count += 1
    else:
        index = picks[op]
        address = realloc(blocks[index], SIZES[kind - 10])
        blocks[index] = address
        results[op] = address

trace = []
for op in range(OPS):
    if kinds[op] == 0:
        trace.append(-1)
        continue
    address = results[op]
    pool = address & ~(POOL - 1)
    number = pools.setdefault(pool, len(pools))
    trace.append(number * POOL + (address - pool))

chunks = [zlib.crc32(struct.pack(f"<{CHUNK}i", *trace[start : start + CHUNK])) for start in range(0, OPS, CHUNK)]
facts = {"python": sys.version.split()[0], "sizes": SIZES, "operations": OPS, "phase": PHASE, "chunk": CHUNK}
json.dump({**facts, "pools": len(pools), "crc32": chunks}, sys.stdout, separators=(",", ":"))
print()
