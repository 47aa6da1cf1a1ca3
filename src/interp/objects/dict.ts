/**
 * Python dicts: CPython's compact tables, insertion order and growth included (Objects/dictobject.c).
 *
 * ```
 *  dict   word 4 used; 6 split state (below), 0 for most; 8 keys buffer; 10 unused                              48 bytes
 *  split  the `__dict__` of an instance:  bits 0-7 names its class shared when it was made; 8 the instance still stands for it;
 *         9 gc.is_tracked() says True; 16-31 index of the class
 *  keys   word 0 (refcount 1); 2: log2 size | log2 index bytes << 8 | kind << 16 (0 general, 1 str keys); 3 version;
 *         4 usable; 6 entries used; byte 32: indices (1, 2 or 4 bytes each, -1 empty, -2 dummy); then entries
 *  entry  general: hash low, hash high, key, 0, value, 0 (24 bytes);  str keys: key, 0, value, 0 (16 bytes)
 * ```
 * In CPython the `__dict__` of an instance shares the keys of its class and keeps its values in the instance until a name comes that is not shared.
 * Here it has a table of its own from the beginning, and the split state says what a program sees of the difference: its size, and that the
 * collector takes its values for the instance's.
 *
 * An empty dict has no keys buffer (CPython shares one immortal empty table). `version` changes whenever a key comes or goes, so that an inline
 * cache may keep an entry's place.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { HOLD_LEFT } from './held-operands.ts';
import { INT_VALUE } from './int.ts';
import { KIND } from './kinds.ts';
import { mostProbes, noFreeSlot } from './probes.ts';
import { hashStr, intern, STATE_INTERNED, STR_HASH, STR_STATE, strEquals, strText } from './str.ts';

const M = WORDS;
const U8 = BYTES;

export const DICT_USED = 4;
export const DICT_SPLIT = 6;
/** Bits of the split state. */
export const SPLIT_NAMES = 0xff;
export const SPLIT_ATTACHED = 0x100;
export const SPLIT_TRACKED = 0x200;
export const DICT_KEYS = 8;
export const DICT_BYTES = 48;
export const DICT_FREE_LIST = 23;
export const KEYS_FREE_LIST = 25;

export const KEYS_SHAPE = 2;
export const KEYS_VERSION = 3;
export const KEYS_USABLE = 4;
export const KEYS_ENTRIES = 6;
const KEYS_HEADER_BYTES = 32;
const KIND_STR = 1 << 16;
const EMPTY = -1;
const DUMMY = -2;
const MIN_LOG2 = 3;
/** Log2 of the places in the table of names that the instances of a class share: what its dict has when it shares no more. */
const SHARED_LOG2 = 6;

/** Words of an entry, and of the value within it, by kind. */
export const STR_ENTRY_WORDS = 4;
export const GENERAL_ENTRY_WORDS = 6;

function indexBytesLog2(log2: number): number {
  return log2 <= 7 ? 0 : log2 <= 15 ? 1 : 2;
}

/** Entries a table of 2^log2 slots may hold (USABLE_FRACTION). */
function usableOf(log2: number): number {
  return Math.floor((2 ** log2 * 2) / 3);
}

/** Bytes of a keys table. */
export function keysBytes(log2: number, isStr: boolean): number {
  return KEYS_HEADER_BYTES + 2 ** log2 * 2 ** indexBytesLog2(log2) + usableOf(log2) * (isStr ? 16 : 24);
}

export function keysBytesOf(_rt: Runtime, keys: Address): number {
  const shape = M[keys + KEYS_SHAPE];
  return keysBytes(shape & 0xff, (shape & KIND_STR) !== 0);
}

/** Places of the hash table in which entries are found. */
export function keysPlaces(_rt: Runtime, keys: Address): number {
  return 2 ** (M[keys + KEYS_SHAPE] & 0xff);
}

/** Bytes of the smallest table with str keys. */
export const LEAST_KEYS_BYTES = 120;

/** The free list a table goes to: the smallest ones with str keys are kept. */
export function keysFreeList(keys: Address): number {
  return (M[keys + KEYS_SHAPE] & (KIND_STR | 0xff)) === (KIND_STR | MIN_LOG2) ? KEYS_FREE_LIST : 0;
}

export function freeKeys(rt: Runtime, keys: Address): void {
  rt.heap.freeBuffer(keys, keysBytesOf(rt, keys), keysFreeList(keys));
}

/** Word address of entry 0. */
export function keysEntries(_rt: Runtime, keys: Address): Address {
  const shape = M[keys + KEYS_SHAPE];
  const log2 = shape & 0xff;
  return keys + 8 + ((1 << (log2 + ((shape >> 8) & 0xff))) >> 2);
}

export function keysAreStr(_rt: Runtime, keys: Address): boolean {
  return (M[keys + KEYS_SHAPE] & KIND_STR) !== 0;
}

/** Are all keys exact strs, so that no look-up of one runs Python? */
export function dictHasStrKeys(rt: Runtime, dict: Address): boolean {
  return M[dict + DICT_KEYS] === 0 || keysAreStr(rt, M[dict + DICT_KEYS]);
}

export function isDict(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.dict;
}

function newKeys(rt: Runtime, log2: number, isStr: boolean): Address {
  const keys = rt.newBuffer(keysBytes(log2, isStr), isStr && log2 === MIN_LOG2 ? KEYS_FREE_LIST : 0);
  const bytesLog2 = indexBytesLog2(log2);
  M[keys] = 1;
  M[keys + 1] = 0;
  M[keys + KEYS_SHAPE] = log2 | (bytesLog2 << 8) | (isStr ? KIND_STR : 0);
  M[keys + KEYS_VERSION] = rt.versionCounter++;
  M[keys + KEYS_USABLE] = usableOf(log2);
  M[keys + KEYS_USABLE + 1] = 0;
  M[keys + KEYS_ENTRIES] = 0;
  M[keys + KEYS_ENTRIES + 1] = 0;
  const start = keys + 8;
  for (let word = start, end = start + ((1 << (log2 + bytesLog2)) >> 2); word < end; word++) M[word] = -1;
  return keys;
}

/** An empty dict, untracked (CPython tracks a dict when the first trackable value goes in). */
export function newDict(rt: Runtime, freeList: number = DICT_FREE_LIST): Address {
  const info = rt.dictInfo;
  const dict = rt.newCollectable(info, info.rep, DICT_BYTES, 0, freeList);
  clearDictFields(rt, dict);
  return dict;
}

/** Writes the fields of a fresh dict block. */
export function clearDictFields(_rt: Runtime, dict: Address): void {
  for (let word = dict + DICT_USED; word < dict + 12; word++) M[word] = 0;
}

/** Table size that holds `count` keys (estimate_log2_keysize). */
function estimateLog2(count: number): number {
  return sizeLog2(Math.floor((count * 3 + 1) / 2));
}

/** An empty dict with room for `count` keys, as BUILD_MAP makes it. */
export function newDictFor(rt: Runtime, count: number, isStr: boolean): Address {
  const dict = rt.push(newDict(rt));
  // Up to 5 keys the table is made with the first of them.
  if (count > usableOf(MIN_LOG2)) {
    const keys = newKeys(rt, estimateLog2(count), isStr);
    M[M[dict] + DICT_KEYS] = keys;
  }
  return rt.pop();
}

export function dictLength(_rt: Runtime, dict: Address): number {
  return M[dict + DICT_USED];
}

function readIndex(_rt: Runtime, keys: Address, bytesLog2: number, slot: number): number {
  if (bytesLog2 === 0) {
    const value = U8[keys * 4 + KEYS_HEADER_BYTES + slot]!;
    return value > 127 ? value - 256 : value;
  }
  if (bytesLog2 === 1) {
    const at = keys * 4 + KEYS_HEADER_BYTES + slot * 2;
    return ((U8[at]! | (U8[at + 1]! << 8)) << 16) >> 16;
  }
  return M[keys + 8 + slot];
}

function writeIndex(_rt: Runtime, keys: Address, bytesLog2: number, slot: number, value: number): void {
  if (bytesLog2 === 0) U8[keys * 4 + KEYS_HEADER_BYTES + slot] = value;
  else if (bytesLog2 === 1) {
    const at = keys * 4 + KEYS_HEADER_BYTES + slot * 2;
    U8[at] = value;
    U8[at + 1] = value >> 8;
  } else M[keys + 8 + slot] = value;
}

/** Slot of the index table that the last successful look-up ended at. */
let foundSlot = 0;

/** Looks a str up by its hash (already cached in it); returns the entry's number or -1. No Python runs. */
function findStr(rt: Runtime, keys: Address, key: Address): number {
  const shape = M[keys + KEYS_SHAPE];
  const bytesLog2 = (shape >> 8) & 0xff;
  const mask = (1 << (shape & 0xff)) - 1;
  const isStr = (shape & KIND_STR) !== 0;
  const entries = keysEntries(rt, keys);
  const hashLow = M[key + STR_HASH];
  const hashHigh = M[key + STR_HASH + 1];
  let perturbLow = hashLow;
  let perturbHigh = hashHigh;
  let slot = hashLow & mask;
  for (let left = mostProbes(mask); ; left--) {
    const index = readIndex(rt, keys, bytesLog2, slot);
    if (index === EMPTY) return -1;
    if (index >= 0) {
      if (isStr) {
        const other = M[entries + index * STR_ENTRY_WORDS];
        if (other === key) {
          foundSlot = slot;
          return index;
        }
        if (
          M[other + STR_HASH] === hashLow &&
          M[other + STR_HASH + 1] === hashHigh &&
          (M[other + STR_STATE] & M[key + STR_STATE] & STATE_INTERNED) === 0 &&
          strEquals(rt, other, key)
        ) {
          foundSlot = slot;
          return index;
        }
      } else {
        const entry = entries + index * GENERAL_ENTRY_WORDS;
        const other = M[entry + 2];
        if (
          other === key ||
          (M[entry] === hashLow && M[entry + 1] === hashHigh && M[other + REP] === M[key + REP] && strEquals(rt, other, key))
        ) {
          foundSlot = slot;
          return index;
        }
      }
    }
    if (left < 0) noFreeSlot();
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
    perturbHigh >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLow + 1) & mask;
  }
}

/**
 * Looks a key up by hash; equality of other keys is asked of `rt.keysEqual`, which may run Python, change the dict (then the look-up starts again)
 * and raise. Returns the entry's number or -1.
 */
function findGeneral(rt: Runtime, dict: Address, key: Address, hashLow: number, hashHigh: number): number {
  restart: for (;;) {
    const keys = M[dict + DICT_KEYS];
    if (keys === 0) return -1;
    const shape = M[keys + KEYS_SHAPE];
    const isStr = (shape & KIND_STR) !== 0;
    const bytesLog2 = (shape >> 8) & 0xff;
    const mask = (1 << (shape & 0xff)) - 1;
    const entries = keysEntries(rt, keys);
    let perturbLow = hashLow;
    let perturbHigh = hashHigh;
    let slot = hashLow & mask;
    for (let left = mostProbes(mask); ; left--) {
      const index = readIndex(rt, keys, bytesLog2, slot);
      if (index === EMPTY) return -1;
      if (index >= 0) {
        const entry = entries + index * (isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
        const other = isStr ? M[entry] : M[entry + 2];
        if (other === key) {
          foundSlot = slot;
          return index;
        }
        const sameHash = isStr
          ? M[other + STR_HASH] === hashLow && M[other + STR_HASH + 1] === hashHigh
          : M[entry] === hashLow && M[entry + 1] === hashHigh;
        if (sameHash) {
          const otherRep = M[other + REP];
          const equal =
            otherRep === rt.intInfo.rep && M[key + REP] === otherRep
              ? M[other + INT_VALUE] === M[key + INT_VALUE]
              : otherRep === rt.strInfo.rep && M[key + REP] === otherRep
                ? strEquals(rt, other, key)
                : rt.keysEqual(rt, other, key, HOLD_LEFT);
          // As in CPython the search goes on where it was unless this entry or the table is another one now.
          if (M[dict + DICT_KEYS] !== keys || M[keys + KEYS_SHAPE] !== shape || M[isStr ? entry : entry + 2] !== other)
            continue restart;
          if (equal) {
            foundSlot = slot;
            return index;
          }
        }
      }
      if (left < 0) noFreeSlot();
      perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
      perturbHigh >>>= 5;
      slot = (Math.imul(slot, 5) + perturbLow + 1) & mask;
    }
  }
}

/** Entry number of `key` in `dict`, whose hash is (hashLow, hashHigh); -1 if absent. May run Python. */
function find(rt: Runtime, dict: Address, key: Address, hashLow: number, hashHigh: number): number {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return -1;
  if (M[key + REP] === rt.strInfo.rep && (M[keys + KEYS_SHAPE] & KIND_STR) !== 0) return findStr(rt, keys, key);
  return findGeneral(rt, dict, key, hashLow, hashHigh);
}

function valueSlot(rt: Runtime, keys: Address, index: number): Address {
  const entries = keysEntries(rt, keys);
  return keysAreStr(rt, keys) ? entries + index * STR_ENTRY_WORDS + 2 : entries + index * GENERAL_ENTRY_WORDS + 4;
}

/** Slot of the value of an exact str key, or 0. No Python runs. The slot is good until the dict changes. */
export function dictStrSlot(rt: Runtime, dict: Address, key: Address): Address {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return 0;
  if (M[key + STR_HASH] === -1) hashStr(rt, key);
  if ((M[keys + KEYS_SHAPE] & KIND_STR) === 0) {
    const general = findGeneral(rt, dict, key, M[key + STR_HASH], M[key + STR_HASH + 1]);
    return general < 0 ? 0 : valueSlot(rt, M[dict + DICT_KEYS], general);
  }
  const index = findStr(rt, keys, key);
  return index < 0 ? 0 : keysEntries(rt, keys) + index * STR_ENTRY_WORDS + 2;
}

/** Value of an exact str key, borrowed, or 0. */
export function dictGetStr(rt: Runtime, dict: Address, key: Address): Address {
  const slot = dictStrSlot(rt, dict, key);
  return slot === 0 ? 0 : M[slot];
}

/** Value of a key with known hash, borrowed, or 0. May run Python. */
export function dictGetHashed(rt: Runtime, dict: Address, key: Address, hashLow: number, hashHigh: number): Address {
  const index = find(rt, dict, key, hashLow, hashHigh);
  return index < 0 ? 0 : M[valueSlot(rt, M[dict + DICT_KEYS], index)];
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

/** Value of any key, borrowed, or 0. Raises TypeError for an unhashable key. May run Python. */
export function dictGet(rt: Runtime, dict: Address, key: Address): Address {
  if (M[key + REP] === rt.strInfo.rep) return dictGetStr(rt, dict, key);
  hashOf(rt, key);
  return dictGetHashed(rt, dict, key, rt.hashLow, rt.hashHigh);
}

/** Table size for `wanted` slots as calculate_log2_keysize gives it: the power of two is one too large now and then (1 to 7 slots give 16). */
function sizeLog2(wanted: number): number {
  return 32 - Math.clz32(((wanted | 8) - 1) | 7);
}

function growLog2(used: number): number {
  return sizeLog2(used * 3);
}

/** Moves all entries into a new table; general when `toGeneral` or when it was. */
function rebuild(rt: Runtime, dict: Address, log2: number, toGeneral: boolean): void {
  const old = M[dict + DICT_KEYS];
  const oldIsStr = keysAreStr(rt, old);
  const isStr = oldIsStr && !toGeneral;
  const keys = newKeys(rt, log2, isStr);
  const from = keysEntries(rt, old);
  const to = keysEntries(rt, keys);
  const count = M[old + KEYS_ENTRIES];
  let next = 0;
  for (let index = 0; index < count; index++) {
    const entry = from + index * (oldIsStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
    const value = M[entry + (oldIsStr ? 2 : 4)];
    if (value === 0) continue;
    const key = M[entry + (oldIsStr ? 0 : 2)];
    const low = oldIsStr ? M[key + STR_HASH] : M[entry];
    const high = oldIsStr ? M[key + STR_HASH + 1] : M[entry + 1];
    const target = to + next * (isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
    writeEntry(rt, target, isStr, key, value, low, high);
    insertIndex(rt, keys, low, high, next);
    next++;
  }
  M[keys + KEYS_ENTRIES] = next;
  M[keys + KEYS_USABLE] -= next;
  M[dict + DICT_KEYS] = keys;
  freeKeys(rt, old);
}

function writeEntry(
  _rt: Runtime,
  entry: Address,
  isStr: boolean,
  key: Address,
  value: Address,
  low: number,
  high: number,
): void {
  if (isStr) {
    M[entry] = key;
    M[entry + 1] = 0;
    M[entry + 2] = value;
    M[entry + 3] = 0;
  } else {
    M[entry] = low;
    M[entry + 1] = high;
    M[entry + 2] = key;
    M[entry + 3] = 0;
    M[entry + 4] = value;
    M[entry + 5] = 0;
  }
}

function insertIndex(rt: Runtime, keys: Address, low: number, high: number, index: number): void {
  const shape = M[keys + KEYS_SHAPE];
  const bytesLog2 = (shape >> 8) & 0xff;
  const mask = (1 << (shape & 0xff)) - 1;
  let perturbLow = low;
  let perturbHigh = high;
  let slot = low & mask;
  for (let left = mostProbes(mask); readIndex(rt, keys, bytesLog2, slot) >= 0; left--) {
    if (left < 0) noFreeSlot();
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
    perturbHigh >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLow + 1) & mask;
  }
  writeIndex(rt, keys, bytesLog2, slot, index);
}

/** Gives the dict a table with a free entry for a key of this kind. */
function makeRoom(rt: Runtime, dict: Address, keyIsStr: boolean): void {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) M[dict + DICT_KEYS] = newKeys(rt, MIN_LOG2, keyIsStr);
  else {
    const toGeneral = !keyIsStr && keysAreStr(rt, keys);
    if (toGeneral || M[keys + KEYS_USABLE] <= 0) rebuild(rt, dict, growLog2(M[dict + DICT_USED]), toGeneral);
  }
}

/** Adds a key that is known to be absent; takes over the reference to key and value. */
function insertNew(rt: Runtime, dict: Address, key: Address, value: Address, low: number, high: number): void {
  const keyIsStr = M[key + REP] === rt.strInfo.rep;
  try {
    if (M[dict + DICT_SPLIT] !== 0 && !staysSplit(rt, dict, key)) {
      endSplit(rt, dict);
      if (M[dict + DICT_KEYS] !== 0) rebuild(rt, dict, growLog2(M[dict + DICT_USED]), !keyIsStr);
    }
    makeRoom(rt, dict, keyIsStr);
  } catch (thrown) {
    rt.heap.release(key);
    rt.heap.release(value);
    throw thrown;
  }
  const keys = M[dict + DICT_KEYS];
  const isStr = keysAreStr(rt, keys);
  const index = M[keys + KEYS_ENTRIES];
  insertIndex(rt, keys, low, high, index);
  const entry = keysEntries(rt, keys) + index * (isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
  writeEntry(rt, entry, isStr, key, value, low, high);
  rt.heap.store(dict, isStr ? entry : entry + 2, key);
  rt.heap.store(dict, isStr ? entry + 2 : entry + 4, value);
  M[keys + KEYS_ENTRIES] = index + 1;
  M[keys + KEYS_USABLE]--;
  M[dict + DICT_USED]++;
  M[keys + KEYS_VERSION] = rt.versionCounter++;
  rt.trackContainer(dict, key, value);
}

/** Does the split dict of an instance stay split when `key` comes in? The class shares the name from now on, if there is room. */
function staysSplit(rt: Runtime, dict: Address, key: Address): boolean {
  const state = M[dict + DICT_SPLIT];
  if ((state & SPLIT_ATTACHED) === 0 || M[key + REP] !== rt.strInfo.rep) return false;
  const info = rt.typeInfos[state >>> 16]!;
  const { shape } = info;
  // A class shares names as interned strings.
  const name = (M[key + STR_STATE] & STATE_INTERNED) === 0 ? intern(rt, strText(rt, key)) : key;
  const known = shape.names.indexOf(name);
  if (known >= 0) return known < (state & SPLIT_NAMES);
  if (shape.usable <= 0 || shape.names.length >= (state & SPLIT_NAMES)) return false;
  shape.usable--;
  shape.names.push(name);
  rt.bumpTypeVersion(info);
  return true;
}

/** The dict is an ordinary one from now on. */
export function endSplit(rt: Runtime, dict: Address): void {
  const state = M[dict + DICT_SPLIT];
  M[dict + DICT_SPLIT] = 0;
  if ((state & SPLIT_ATTACHED) !== 0 && (state & SPLIT_TRACKED) !== 0) rt.heap.track(dict);
}

/** The instance lets go of its dict, which keeps a copy of the values: it is of the same size, and the collector sees it by itself. */
export function detachSplit(rt: Runtime, dict: Address): void {
  const state = M[dict + DICT_SPLIT];
  if ((state & SPLIT_ATTACHED) === 0) return;
  M[dict + DICT_SPLIT] = state & SPLIT_NAMES;
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1))
    rt.trackContainer(dict, 0, dictEntryValue(rt, dict, index));
}

/** dict[key] = value with known hash; retains key and value. May run Python (equality, and finalizers of the old value). */
export function dictSetHashed(rt: Runtime, dict: Address, key: Address, value: Address, low: number, high: number): void {
  const index = find(rt, dict, key, low, high);
  rt.heap.retain(value);
  if (index >= 0) {
    const slot = valueSlot(rt, M[dict + DICT_KEYS], index);
    const old = M[slot];
    rt.heap.store(dict, slot, value);
    rt.trackContainer(dict, 0, value);
    rt.heap.release(old);
    return;
  }
  rt.heap.retain(key);
  insertNew(rt, dict, key, value, low, high);
}

/** dict[key] = value for a key that a lookup with the same hash has just missed; retains both and asks no key again. */
export function dictSetAbsent(rt: Runtime, dict: Address, key: Address, value: Address, low: number, high: number): void {
  rt.heap.retain(value);
  rt.heap.retain(key);
  insertNew(rt, dict, key, value, low, high);
}

/** Number of the entry of `key` with known hash, or -1. May run Python. */
export function dictFindHashed(rt: Runtime, dict: Address, key: Address, low: number, high: number): number {
  return find(rt, dict, key, low, high);
}

/** dict[key] = value for any key; retains both. */
export function dictSet(rt: Runtime, dict: Address, key: Address, value: Address): void {
  if (M[key + REP] === rt.strInfo.rep) dictSetStr(rt, dict, key, value);
  else {
    hashOf(rt, key);
    dictSetHashed(rt, dict, key, value, rt.hashLow, rt.hashHigh);
  }
}

/** As `dictSet`, by the way of PyDict_SetItem: the key is held before it is asked for its hash, as its `__hash__` can see. */
export function dictSetHeld(rt: Runtime, dict: Address, key: Address, value: Address): void {
  const held = rt.push(rt.retain(key));
  dictSet(rt, dict, key, value);
  rt.unwind(held);
}

/** dict[name] = value; the reference to the value is let go in any case. */
export function dictPut(rt: Runtime, dict: Address, name: string, value: Address): void {
  const held = rt.push(value);
  dictSetStr(rt, dict, intern(rt, name), value);
  rt.unwind(held);
}

/** dict[key] = value for an exact str key; retains both. */
export function dictSetStr(rt: Runtime, dict: Address, key: Address, value: Address): void {
  if (M[key + STR_HASH] === -1) hashStr(rt, key);
  dictSetHashed(rt, dict, key, value, M[key + STR_HASH], M[key + STR_HASH + 1]);
}

/** Takes entry `index` out; returns its value, owned by the caller. The key is released. */
function removeEntry(rt: Runtime, dict: Address, index: number): Address {
  const keys = M[dict + DICT_KEYS];
  const isStr = keysAreStr(rt, keys);
  const entry = keysEntries(rt, keys) + index * (isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
  const keySlot = isStr ? entry : entry + 2;
  const at = isStr ? entry + 2 : entry + 4;
  writeIndex(rt, keys, (M[keys + KEYS_SHAPE] >> 8) & 0xff, foundSlot, DUMMY);
  const key = M[keySlot];
  const value = M[at];
  M[keySlot] = 0;
  M[at] = 0;
  M[dict + DICT_USED]--;
  M[keys + KEYS_VERSION] = rt.versionCounter++;
  // Releasing the key may run Python: the value stays rooted.
  const slot = rt.push(value);
  rt.heap.release(key);
  rt.sp = slot;
  return M[slot];
}

/** Takes a key out; returns its value, owned by the caller, or 0 if absent. May run Python. */
export function dictTakeHashed(rt: Runtime, dict: Address, key: Address, low: number, high: number): Address {
  const index = find(rt, dict, key, low, high);
  return index < 0 ? 0 : removeEntry(rt, dict, index);
}

export function dictTake(rt: Runtime, dict: Address, key: Address): Address {
  hashOf(rt, key);
  return dictTakeHashed(rt, dict, key, rt.hashLow, rt.hashHigh);
}

/** Removes a key; false if absent. */
export function dictDelete(rt: Runtime, dict: Address, key: Address): boolean {
  const value = dictTake(rt, dict, key);
  if (value === 0) return false;
  rt.heap.release(value);
  return true;
}

/** Number of the next used entry at or after `position`, or -1: iterate with it, then read dictEntryKey/Value. */
export function dictNext(rt: Runtime, dict: Address, position: number): number {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return -1;
  const count = M[keys + KEYS_ENTRIES];
  const isStr = keysAreStr(rt, keys);
  const entries = keysEntries(rt, keys);
  for (let index = position; index < count; index++) {
    if (M[entries + (isStr ? index * STR_ENTRY_WORDS + 2 : index * GENERAL_ENTRY_WORDS + 4)] !== 0) return index;
  }
  return -1;
}

/**
 * Number of the first used entry, or -1. The table remembers in the high half of its entry count up to where it is empty, so that taking entries from
 * the front again and again stays linear.
 */
export function dictFirst(rt: Runtime, dict: Address): number {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return -1;
  const first = dictNext(rt, dict, M[keys + KEYS_ENTRIES + 1]);
  if (first > 0) M[keys + KEYS_ENTRIES + 1] = first;
  return first;
}

/** Number of the last used entry at or before `position`, or -1. */
export function dictPrevious(rt: Runtime, dict: Address, position: number): number {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return -1;
  for (let index = Math.min(position, M[keys + KEYS_ENTRIES] - 1); index >= 0; index--) {
    if (M[valueSlot(rt, keys, index)] !== 0) return index;
  }
  return -1;
}

/** Entries in the table, deleted ones included: an upper bound for positions. */
export function dictEntryCount(_rt: Runtime, dict: Address): number {
  const keys = M[dict + DICT_KEYS];
  return keys === 0 ? 0 : M[keys + KEYS_ENTRIES];
}

/** Borrowed key of entry `index`. */
export function dictEntryKey(rt: Runtime, dict: Address, index: number): Address {
  const keys = M[dict + DICT_KEYS];
  const entries = keysEntries(rt, keys);
  return keysAreStr(rt, keys) ? M[entries + index * STR_ENTRY_WORDS] : M[entries + index * GENERAL_ENTRY_WORDS + 2];
}

/** Borrowed value of entry `index`. */
export function dictEntryValue(rt: Runtime, dict: Address, index: number): Address {
  return M[valueSlot(rt, M[dict + DICT_KEYS], index)];
}

/** Slot that holds the value of entry `index`. */
export function dictValueSlot(rt: Runtime, dict: Address, index: number): Address {
  return valueSlot(rt, M[dict + DICT_KEYS], index);
}

/** Hash of entry `index` into rt.hashLow/hashHigh. */
export function dictEntryHash(rt: Runtime, dict: Address, index: number): void {
  const keys = M[dict + DICT_KEYS];
  const entries = keysEntries(rt, keys);
  if (keysAreStr(rt, keys)) {
    const key = M[entries + index * STR_ENTRY_WORDS];
    rt.hashLow = M[key + STR_HASH];
    rt.hashHigh = M[key + STR_HASH + 1];
  } else {
    rt.hashLow = M[entries + index * GENERAL_ENTRY_WORDS];
    rt.hashHigh = M[entries + index * GENERAL_ENTRY_WORDS + 1];
  }
}

/**
 * Empties the dict. Its table goes to a dict of its own that dies at once, so that the program sees an empty dict while keys and values are released, in
 * insertion order.
 */
export function dictClear(rt: Runtime, dict: Address): void {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return;
  const holder = newDict(rt);
  M[holder + DICT_KEYS] = keys;
  M[holder + DICT_USED] = M[dict + DICT_USED];
  M[dict + DICT_KEYS] = 0;
  M[dict + DICT_USED] = 0;
  rt.heap.track(holder);
  rt.heap.release(holder);
}

/** Takes the last entry out and pushes its key and its value; false when the dict is empty. */
export function dictPushLast(rt: Runtime, dict: Address): boolean {
  if (M[dict + DICT_SPLIT] !== 0 && M[dict + DICT_USED] > 0) {
    endSplit(rt, dict);
    rebuild(rt, dict, SHARED_LOG2, false);
  }
  const index = dictPrevious(rt, dict, dictEntryCount(rt, dict) - 1);
  if (index < 0) return false;
  const keys = M[dict + DICT_KEYS];
  const isStr = keysAreStr(rt, keys);
  dictEntryHash(rt, dict, index);
  const shape = M[keys + KEYS_SHAPE];
  const bytesLog2 = (shape >> 8) & 0xff;
  const mask = (1 << (shape & 0xff)) - 1;
  let perturbLow = rt.hashLow;
  let perturbHigh = rt.hashHigh;
  let slot = perturbLow & mask;
  while (readIndex(rt, keys, bytesLog2, slot) !== index) {
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27);
    perturbHigh >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLow + 1) & mask;
  }
  writeIndex(rt, keys, bytesLog2, slot, DUMMY);
  const entry = keysEntries(rt, keys) + index * (isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS);
  const keySlot = isStr ? entry : entry + 2;
  rt.push(M[keySlot]);
  rt.push(M[keySlot + 2]);
  M[keySlot] = 0;
  M[keySlot + 2] = 0;
  // The place may be used again, but the room that is left is not counted up: a dummy stays in the index.
  M[keys + KEYS_ENTRIES] = index;
  M[dict + DICT_USED]--;
  M[keys + KEYS_VERSION] = rt.versionCounter++;
  return true;
}

/** Makes an exact dict's table large enough for `count` keys in all, by CPython's estimate (dictresize to estimate_log2_keysize). */
export function dictPresize(rt: Runtime, dict: Address, count: number, isStr: boolean): void {
  const log2 = estimateLog2(count);
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) M[dict + DICT_KEYS] = newKeys(rt, log2, isStr);
  else rebuild(rt, dict, log2, !isStr);
}

/** A copy with the same order: of the table as it lies, or compact when more than a third of the entries were deleted (PyDict_Copy). */
export function dictCopy(rt: Runtime, dict: Address): Address {
  const copy = newDict(rt);
  if (M[dict + DICT_USED] === 0) return copy;
  M[copy + DICT_SPLIT] = M[dict + DICT_SPLIT] & SPLIT_NAMES;
  const slot = rt.push(copy);
  if (M[copy + DICT_SPLIT] !== 0 || M[dict + DICT_USED] >= Math.floor((dictEntryCount(rt, dict) * 2) / 3))
    cloneKeys(rt, copy, dict);
  else dictMerge(rt, copy, dict);
  rt.sp = slot;
  return copy;
}

/** Gives an empty dict a copy of another's table. */
function cloneKeys(rt: Runtime, dict: Address, source: Address): void {
  const from = M[source + DICT_KEYS];
  if (from === 0 || M[source + DICT_USED] === 0) return;
  const bytes = keysBytesOf(rt, from);
  const keys = rt.newBuffer(bytes);
  M.copyWithin(keys, from, from + ((bytes + 3) >> 2));
  M[keys + KEYS_VERSION] = rt.versionCounter++;
  const old = M[dict + DICT_KEYS];
  const words = keysAreStr(rt, keys) ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS;
  const first = keysEntries(rt, keys) + (words === STR_ENTRY_WORDS ? 0 : 2);
  for (let index = 0, at = first; index < M[keys + KEYS_ENTRIES]; index++, at += words) {
    if (M[at] === 0) continue;
    rt.heap.store(dict, at, rt.retain(M[at]));
    rt.heap.store(dict, at + 2, rt.retain(M[at + 2]));
    rt.trackContainer(dict, M[at], M[at + 2]);
  }
  M[dict + DICT_KEYS] = keys;
  M[dict + DICT_USED] = M[source + DICT_USED];
  if (old !== 0) freeKeys(rt, old);
}

/** Copies all entries of exact or derived dict `source` into `dict` (insertion order; existing keys keep their place). May run Python. */
export function dictMerge(rt: Runtime, dict: Address, source: Address): void {
  const keys = M[source + DICT_KEYS];
  const used = M[source + DICT_USED];
  if (dict === source || used === 0) return;
  const log2 = M[keys + KEYS_SHAPE] & 0xff;
  const cloned = M[dict + DICT_USED] === 0 && M[source + DICT_SPLIT] === 0 && M[keys + KEYS_ENTRIES] === used;
  if (cloned && (log2 === MIN_LOG2 || usableOf(log2 - 1) < used)) {
    cloneKeys(rt, dict, source);
    return;
  }
  const own = M[dict + DICT_KEYS];
  // One resize at the start; few keys are expected to be in both.
  if ((own === 0 ? 0 : usableOf(M[own + KEYS_SHAPE] & 0xff)) < used) {
    dictPresize(rt, dict, M[dict + DICT_USED] + used, keysAreStr(rt, keys) && (own === 0 || keysAreStr(rt, own)));
  }
  const count = M[keys + KEYS_ENTRIES];
  // A comparison may run code that clears the source: then key and value live by these references only.
  const holds = !keysAreStr(rt, keys);
  for (let index = dictNext(rt, source, 0); index >= 0; index = dictNext(rt, source, index + 1)) {
    dictEntryHash(rt, source, index);
    const key = dictEntryKey(rt, source, index);
    const value = dictEntryValue(rt, source, index);
    const root = holds ? rt.push(rt.retain(key)) : 0;
    if (holds) rt.push(rt.retain(value));
    dictSetHashed(rt, dict, key, value, rt.hashLow, rt.hashHigh);
    if (holds) rt.unwind(root);
    if (M[source + DICT_KEYS] !== keys || M[keys + KEYS_ENTRIES] !== count) rt.dictChanged();
  }
}

/** Checks the table's own invariants; returns what is wrong or null. */
export function dictCheck(rt: Runtime, dict: Address): string | null {
  const keys = M[dict + DICT_KEYS];
  if (keys === 0) return M[dict + DICT_USED] === 0 ? null : 'dict without a table claims to hold keys';
  const shape = M[keys + KEYS_SHAPE];
  const size = 1 << (shape & 0xff);
  const bytesLog2 = (shape >> 8) & 0xff;
  let used = 0;
  for (let index = 0; index < M[keys + KEYS_ENTRIES]; index++) if (M[valueSlot(rt, keys, index)] !== 0) used++;
  if (used !== M[dict + DICT_USED]) return `dict counts ${M[dict + DICT_USED]} keys, its table holds ${used}`;
  let indexed = 0;
  for (let slot = 0; slot < size; slot++) {
    const index = readIndex(rt, keys, bytesLog2, slot);
    if (index >= M[keys + KEYS_ENTRIES]) return `dict index slot ${slot} points past the entries`;
    if (index >= 0) indexed++;
  }
  if (indexed !== used) return `dict has ${indexed} index slots for ${used} keys`;
  return null;
}
