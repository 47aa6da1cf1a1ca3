/**
 * Python sets and frozensets: CPython's open addressing with linear probes, so that iteration order is CPython's
 * (Objects/setobject.c).
 *
 * ```
 *  word 4 fill; 6 used; 8 mask; 10 table buffer, or 0 while the small table serves; 12,13 hash (frozenset); 14 finger;
 *  word 16.. small table: 8 entries; word 48 weak list                                                    200 bytes
 *  entry    key, 0, hash low, hash high (16 bytes): unused = key 0, hash 0; deleted = key 0, hash -1
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { HOLD_BOTH, HOLD_LEFT } from './held-operands.ts';
import { INT_VALUE } from './int.ts';
import { KIND } from './kinds.ts';
import { mostProbes, noFreeSlot } from './probes.ts';
import { hashStr, strEquals } from './str.ts';

const M = WORDS;

export const SET_FILL = 4;
export const SET_USED = 6;
export const SET_MASK = 8;
export const SET_TABLE = 10;
export const SET_HASH = 12;
export const SET_FINGER = 14;
export const SET_SMALL = 16;
export const SET_WEAKLIST = 48;
export const SET_BYTES = 200;
const MIN_SIZE = 8;
const LINEAR_PROBES = 9;
const ENTRY_WORDS = 4;

export function isSet(_rt: Runtime, object: Address): boolean {
  const kind = M[object + REP] & 0xff;
  return kind === KIND.set || kind === KIND.frozenset;
}

/** An empty set or frozenset (or subclass instance) with its fields written; the caller tracks it. */
export function initSet(_rt: Runtime, set: Address): void {
  for (let word = set + SET_FILL; word < set + 50; word++) M[word] = 0;
  M[set + SET_MASK] = MIN_SIZE - 1;
  M[set + SET_HASH] = -1;
  M[set + SET_HASH + 1] = -1;
}

/** An empty exact set or frozenset. */
export function newSet(rt: Runtime, info: TypeInfo = rt.setInfo): Address {
  const set = rt.newCollectable(info, info.rep, SET_BYTES);
  initSet(rt, set);
  rt.heap.track(set);
  return set;
}

export function setLength(_rt: Runtime, set: Address): number {
  return M[set + SET_USED];
}

/** Word address of entry 0. */
export function setTable(_rt: Runtime, set: Address): Address {
  const table = M[set + SET_TABLE];
  return table === 0 ? set + SET_SMALL : table;
}

/** Entry address of the key, or 0; may run Python (equality), which sees the operands held that `held` names. */
function find(rt: Runtime, set: Address, key: Address, low: number, high: number, held: number = HOLD_LEFT): Address {
  restart: for (;;) {
    const mask = M[set + SET_MASK];
    const table = setTable(rt, set);
    let perturbLow = low;
    let perturbHigh = high;
    let index = low & mask;
    for (let left = mostProbes(mask); ; left--) {
      let entry = table + index * ENTRY_WORDS;
      let probes = index + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      do {
        const other = M[entry];
        if (other === 0 && M[entry + 2] === 0 && M[entry + 3] === 0) return 0;
        if (other !== 0 && M[entry + 2] === low && M[entry + 3] === high) {
          if (other === key) return entry;
          const rep = M[other + REP];
          if (rep === M[key + REP] && (rep === rt.strInfo.rep || rep === rt.intInfo.rep)) {
            if (rep === rt.intInfo.rep ? M[other + INT_VALUE] === M[key + INT_VALUE] : strEquals(rt, other, key)) return entry;
          } else {
            const equal = rt.keysEqual(rt, other, key, held);
            if (setTable(rt, set) !== table || M[set + SET_MASK] !== mask || M[entry] !== other) continue restart;
            if (equal) return entry;
          }
        }
        entry += ENTRY_WORDS;
      } while (probes-- > 0);
      if (left < 0) noFreeSlot();
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      index = (Math.imul(index, 5) + 1 + perturbLow) & mask;
    }
  }
}

/** Puts a key into a table that has room, no such key and no deleted entries (set_insert_clean). */
function insertClean(_rt: Runtime, table: Address, mask: number, key: Address, low: number, high: number): Address {
  let perturbLow = low;
  let perturbHigh = high;
  let index = low & mask;
  for (;;) {
    let entry = table + index * ENTRY_WORDS;
    let probes = index + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      if (M[entry] === 0 && M[entry + 2] === 0 && M[entry + 3] === 0) {
        M[entry] = key;
        M[entry + 1] = 0;
        M[entry + 2] = low;
        M[entry + 3] = high;
        return entry;
      }
      entry += ENTRY_WORDS;
    } while (probes-- > 0);
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
    perturbHigh >>>= 5;
    index = (Math.imul(index, 5) + 1 + perturbLow) & mask;
  }
}

/** Rebuilds the table for at least `minUsed` keys (set_table_resize). */
export function setResize(rt: Runtime, set: Address, minUsed: number): void {
  let size = MIN_SIZE;
  while (size <= minUsed) size *= 2;
  const oldTable = setTable(rt, set);
  const oldMask = M[set + SET_MASK];
  const oldBuffer = M[set + SET_TABLE];
  const saved: number[] = [];
  for (let index = 0; index <= oldMask; index++) {
    const entry = oldTable + index * ENTRY_WORDS;
    if (M[entry] !== 0) saved.push(M[entry], M[entry + 2], M[entry + 3]);
  }
  let table = set + SET_SMALL;
  if (size > MIN_SIZE) table = rt.newBuffer(size * 16);
  for (let word = table; word < table + size * ENTRY_WORDS; word++) M[word] = 0;
  M[set + SET_TABLE] = size > MIN_SIZE ? table : 0;
  M[set + SET_MASK] = size - 1;
  M[set + SET_FILL] = M[set + SET_USED];
  for (let index = 0; index < saved.length; index += 3) {
    insertClean(rt, table, size - 1, saved[index]!, saved[index + 1]!, saved[index + 2]!);
  }
  if (oldBuffer !== 0) rt.heap.freeBuffer(oldBuffer, (oldMask + 1) * 16);
}

/** Where a key that is not in the table goes: the last deleted entry on its way, or the unused one at its end. */
function freeEntry(_rt: Runtime, table: Address, mask: number, low: number, high: number): Address {
  let perturbLow = low;
  let perturbHigh = high;
  let index = low & mask;
  let deleted = 0;
  for (let left = mostProbes(mask); ; left--) {
    let entry = table + index * ENTRY_WORDS;
    let probes = index + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      if (M[entry] === 0) {
        if (M[entry + 2] === 0) return deleted === 0 ? entry : deleted;
        deleted = entry;
      }
      entry += ENTRY_WORDS;
    } while (probes-- > 0);
    if (left < 0) noFreeSlot();
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
    perturbHigh >>>= 5;
    index = (Math.imul(index, 5) + 1 + perturbLow) & mask;
  }
}

/** Adds a key with known hash, retaining it; false if an equal one was there. May run Python. */
export function setAddHashed(rt: Runtime, set: Address, key: Address, low: number, high: number): boolean {
  if (find(rt, set, key, low, high, HOLD_BOTH) !== 0) return false;
  rt.heap.retain(key);
  const mask = M[set + SET_MASK];
  const entry = freeEntry(rt, setTable(rt, set), mask, low, high);
  const unused = M[entry + 2] === 0;
  M[entry + 1] = 0;
  M[entry + 2] = low;
  M[entry + 3] = high;
  rt.heap.store(set, entry, key);
  M[set + SET_USED]++;
  if (!unused) return true;
  M[set + SET_FILL]++;
  if (M[set + SET_FILL] * 5 >= mask * 3) {
    const used = M[set + SET_USED];
    setResize(rt, set, used > 50000 ? used * 2 : used * 4);
  }
  return true;
}

/** Hash of a key; collectors wait while its `__hash__` runs, so that the callers' addresses hold. */
function hashOf(rt: Runtime, key: Address): void {
  const rep = M[key + REP];
  if (rep === rt.intInfo.rep) {
    // Exact ints of 32 bits hash to themselves, but for -1.
    const value = M[key + INT_VALUE];
    rt.hashLow = value === -1 ? -2 : value;
    rt.hashHigh = value >> 31;
    return;
  }
  if (rep === rt.strInfo.rep) {
    hashStr(rt, key);
    return;
  }
  rt.pinned++;
  rt.hashOf(rt, key);
  rt.pinned--;
}

/** Adds any key; raises TypeError if it is unhashable. May run Python. */
export function setAdd(rt: Runtime, set: Address, key: Address): boolean {
  hashOf(rt, key);
  return setAddHashed(rt, set, key, rt.hashLow, rt.hashHigh);
}

export function setHasHashed(rt: Runtime, set: Address, key: Address, low: number, high: number): boolean {
  return find(rt, set, key, low, high) !== 0;
}

/** Takes a key out and releases it; false if absent. May run Python. */
export function setDiscardHashed(rt: Runtime, set: Address, key: Address, low: number, high: number): boolean {
  const entry = find(rt, set, key, low, high);
  if (entry === 0) return false;
  const old = setTakeEntry(rt, set, entry);
  rt.heap.release(old);
  return true;
}

/** Takes the key out of an entry; the caller owns it. */
export function setTakeEntry(_rt: Runtime, set: Address, entry: Address): Address {
  const key = M[entry];
  M[entry] = 0;
  M[entry + 2] = -1;
  M[entry + 3] = -1;
  M[set + SET_USED]--;
  return key;
}

/** Index of the next used entry at or after `position`, or -1. */
export function setNext(rt: Runtime, set: Address, position: number): number {
  const mask = M[set + SET_MASK];
  const table = setTable(rt, set);
  for (let index = position; index <= mask; index++) if (M[table + index * ENTRY_WORDS] !== 0) return index;
  return -1;
}

export function setEntry(rt: Runtime, set: Address, index: number): Address {
  return setTable(rt, set) + index * ENTRY_WORDS;
}

/** Borrowed key of entry `index`; its hash goes into rt.hashLow/hashHigh. */
export function setEntryKey(rt: Runtime, set: Address, index: number): Address {
  const entry = setEntry(rt, set, index);
  rt.hashLow = M[entry + 2];
  rt.hashHigh = M[entry + 3];
  return M[entry];
}

/** Empties the set; its keys go to a set of their own that dies at once, so that the program sees an empty set while they are released. */
export function setClear(rt: Runtime, set: Address): void {
  if (M[set + SET_FILL] === 0 && M[set + SET_TABLE] === 0) return;
  const holder = newSet(rt);
  setSwap(rt, set, holder);
  M[set + SET_FINGER] = 0;
  rt.heap.release(holder);
}

/** Exchanges what two sets hold (set_swap_bodies). */
export function setSwap(_rt: Runtime, left: Address, right: Address): void {
  for (let word = SET_FILL; word < SET_HASH; word++) {
    const saved = M[left + word];
    M[left + word] = M[right + word];
    M[right + word] = saved;
  }
  for (let word = SET_SMALL; word < SET_SMALL + MIN_SIZE * ENTRY_WORDS; word++) {
    const saved = M[left + word];
    M[left + word] = M[right + word];
    M[right + word] = saved;
  }
  for (const set of [left, right]) {
    M[set + SET_HASH] = -1;
    M[set + SET_HASH + 1] = -1;
  }
}

/** Adds all keys of set `source` to `set` (set_merge: sizes the table once, copies an untouched table as it lies). May run Python. */
export function setMerge(rt: Runtime, set: Address, source: Address): void {
  const used = M[source + SET_USED];
  if (set === source || used === 0) return;
  if ((M[set + SET_FILL] + used) * 5 >= M[set + SET_MASK] * 3) setResize(rt, set, (M[set + SET_USED] + used) * 2);
  const mask = M[set + SET_MASK];
  if (M[set + SET_FILL] === 0) {
    const to = setTable(rt, set);
    const from = setTable(rt, source);
    const same = mask === M[source + SET_MASK] && M[source + SET_FILL] === used;
    for (let index = 0; index <= M[source + SET_MASK]; index++) {
      const entry = from + index * ENTRY_WORDS;
      const key = M[entry];
      if (key === 0) continue;
      rt.heap.retain(key);
      let target = to + index * ENTRY_WORDS;
      if (same) {
        M[target + 1] = 0;
        M[target + 2] = M[entry + 2];
        M[target + 3] = M[entry + 3];
      } else target = insertClean(rt, to, mask, key, M[entry + 2], M[entry + 3]);
      rt.heap.store(set, target, key);
    }
    M[set + SET_FILL] = used;
    M[set + SET_USED] = used;
    return;
  }
  for (let index = setNext(rt, source, 0); index >= 0; index = setNext(rt, source, index + 1)) {
    // Equality in Python may take the key out of the source.
    const key = rt.push(rt.retain(setEntryKey(rt, source, index)));
    setAddHashed(rt, set, M[key], rt.hashLow, rt.hashHigh);
    rt.unwind(key);
  }
}
