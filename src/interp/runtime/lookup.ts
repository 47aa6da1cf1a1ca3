/** Attribute look-up on types: along the MRO, through a global cache (CPython: _PyType_Lookup). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr } from '../objects/dict.ts';

import type { Runtime } from './runtime.ts';
import { TYPE_DICT, type TypeInfo } from './type-info.ts';

const M = WORDS;

const CACHE_SIZE = 4096;

/** Direct-mapped cache: version of the type, name, value. Values are borrowed from type dicts; a changed type gets a new version. */
export class LookupCache {
  readonly versions = new Int32Array(CACHE_SIZE);
  readonly names = new Int32Array(CACHE_SIZE);
  readonly values = new Int32Array(CACHE_SIZE);

  /** Forgets everything: after a moving collection. */
  clear(): void {
    this.versions.fill(0);
  }
}

/** What a look-up found in a class, bound to `object`, or to the class `type` alone where `object` is 0 (tp_descr_get); owned. */
export function bindFound(rt: Runtime, found: Address, object: Address, type: Address): Address {
  const get = rt.typeOf(found).descrGet;
  return get === null ? rt.retain(found) : get(rt, found, object, type);
}

/** The attribute `name` (interned) of a type or its bases, borrowed, or 0. */
export function typeLookup(rt: Runtime, info: TypeInfo, name: Address): Address {
  const cache = rt.lookupCache;
  const entry = (Math.imul(info.version, 31) + (name >> 2)) & (CACHE_SIZE - 1);
  if (cache.versions[entry] === info.version && cache.names[entry] === name) return cache.values[entry]!;
  let value = 0;
  const mro = info.mro;
  for (let index = 0; index < mro.length; index++) {
    value = dictGetStr(rt, M[mro[index]!.address + TYPE_DICT], name);
    if (value !== 0) break;
  }
  cache.versions[entry] = info.version;
  cache.names[entry] = name;
  cache.values[entry] = value;
  return value;
}

/** Is `info` a subclass of `base` by the MRO? */
export function isSubtype(info: TypeInfo, base: TypeInfo): boolean {
  return info === base || info.mro.includes(base);
}

/** Tells a type and all its subclasses that something changed. */
export function typeModified(rt: Runtime, info: TypeInfo): void {
  rt.bumpTypeVersion(info);
  for (const subclass of info.subclasses) typeModified(rt, subclass);
}
