/** The hash every object has by default: its identity, rotated as CPython does with a pointer (Python/pyhash.c, _Py_HashPointer). */
import type { Address } from '../../heap/memory.ts';
import type { Runtime } from './runtime.ts';

/** Hash by identity into rt.hashLow/hashHigh. */
export function identityHash(rt: Runtime, object: Address): void {
  // id() is a multiple of 16: rotating its 64 bits right by 4 is a division.
  const rotated = rt.heap.identity(object) / 16;
  rt.hashLow = (rotated % 4294967296) | 0;
  rt.hashHigh = Math.floor(rotated / 4294967296) | 0;
}
