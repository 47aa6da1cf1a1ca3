/** LOAD_GLOBAL, LOAD_ATTR, LOAD_METHOD and STORE_ATTR when their inline caches (attribute-cache.ts) are asked, and filled. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { DICT_KEYS, dictStrSlot, KEYS_VERSION } from '../objects/dict.ts';
import { FUNC_BUILTINS, FUNC_GLOBALS } from '../objects/function.ts';
import {
  hasInlineValues,
  INLINE_HEADER,
  INLINE_VALID,
  INLINE_VALUES,
  inlineCapacity,
  inlineInsert,
  instanceGet,
  sharedIndex,
} from '../objects/instance.ts';
import { KIND, REP_FLAG_DICT, REP_FLAG_INLINE } from '../objects/kinds.ts';
import { strText } from '../objects/str.ts';
import { genericGetAttr, genericSetAttr, getAttr } from '../runtime/attributes.ts';
import { CACHE } from '../runtime/code-space.ts';
import { raiseNameError } from '../runtime/exceptions.ts';
import { isSubtype, typeLookup } from '../runtime/lookup.ts';
import { type Runtime, TYPE_VERSIONS } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { ATTR_INLINE, ATTR_METHOD, ATTR_SLOT } from './attribute-cache.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const cache = CACHE;
const typeVersions = TYPE_VERSIONS;

/** Has this instance a place for the inline value at word `offset`? An older one may have fewer than its class knows names. */
function hasPlace(owner: Address, offset: number): boolean {
  const header = M[owner + INLINE_HEADER];
  return (header & INLINE_VALID) !== 0 && (offset - INLINE_VALUES) >> 1 < (header & 0xff);
}

/** LOAD_GLOBAL: the value, borrowed. The tables it was found in are remembered in the inline cache at `ci`. */
export function loadGlobal(rt: Runtime, callable: Address, name: Address, ci: number): Address {
  const globals = M[callable + FUNC_GLOBALS];
  let slot = dictStrSlot(rt, globals, name);
  const keys = M[globals + DICT_KEYS];
  if (slot !== 0) {
    cache[ci] = M[keys + KEYS_VERSION];
    cache[ci + 1] = 0;
    cache[ci + 2] = slot - keys;
    return M[slot];
  }
  const builtins = M[callable + FUNC_BUILTINS];
  slot = dictStrSlot(rt, builtins, name);
  if (slot === 0) raiseNameError(rt, `name '${strText(rt, name)}' is not defined`, name);
  const builtinKeys = M[builtins + DICT_KEYS];
  if (keys !== 0) {
    cache[ci] = M[keys + KEYS_VERSION];
    cache[ci + 1] = M[builtinKeys + KEYS_VERSION];
    cache[ci + 2] = slot - builtinKeys;
  }
  return M[slot];
}

/** LOAD_ATTR: the owner on top becomes the value. Where instances of its class keep it is remembered in the inline cache at `ci`. */
export function loadAttr(vm: Vm, sp: Address, name: Address, ci: number): void {
  const { rt } = vm;
  const owner = M[sp - 2];
  const rep = M[owner + REP];
  if (cache[ci] === rep && cache[ci + 1] === typeVersions[rep >>> 16]) {
    const offset = cache[ci + 3]!;
    const what = cache[ci + 2];
    const value = what === ATTR_SLOT || (what === ATTR_INLINE && hasPlace(owner, offset)) ? M[owner + offset] : 0;
    if (value !== 0) {
      rt.heap.retain(value);
      M[sp - 2] = value;
      rt.heap.release(owner);
      return;
    }
  }
  const info = rt.typeOf(owner);
  if (info.getattro === genericGetAttr) {
    const descriptor = typeLookup(rt, info, name);
    const kind = descriptor === 0 ? 0 : M[descriptor + REP] & 0xff;
    const data = descriptor !== 0 && rt.typeOf(descriptor).descrSet !== null;
    if (!data && hasInlineValues(rt, owner)) {
      const index = sharedIndex(info, name);
      if (index >= 0 && index < inlineCapacity(rt, owner) && M[owner + INLINE_VALUES + 2 * index] !== 0) {
        remember(ci, M[owner + REP], info, ATTR_INLINE, INLINE_VALUES + 2 * index);
      }
    } else if (kind === KIND.member && M[descriptor + 5] > 0 && ownsMember(rt, info, descriptor)) {
      remember(ci, M[owner + REP], info, ATTR_SLOT, M[descriptor + 5]);
    }
  }
  const value = info.getattro(rt, owner, name);
  vm.replaceTop(sp, value);
}

/** Does this `__slots__` descriptor belong to the type or one of its bases? */
function ownsMember(rt: Runtime, info: TypeInfo, descriptor: Address): boolean {
  return isSubtype(info, rt.infoOfType(M[descriptor + 4]));
}

function remember(ci: number, rep: number, info: TypeInfo, what: number, payload: number): void {
  cache[ci] = rep;
  cache[ci + 1] = info.version;
  cache[ci + 2] = what;
  cache[ci + 3] = payload;
}

/** Is a method found on the type not hidden by an attribute of this instance? Names the class shares are covered by the type's version. */
function methodVisible(rt: Runtime, owner: Address, rep: number): boolean {
  if ((rep & REP_FLAG_INLINE) !== 0) return (M[owner + 4] & INLINE_VALID) !== 0;
  if ((rep & REP_FLAG_DICT) !== 0) return M[owner - rt.preDict] === 0;
  return true;
}

/** LOAD_METHOD: the owner on top becomes a function and the owner, or 0 and what the attribute is. Returns the new stack top. */
export function loadMethod(vm: Vm, sp: Address, name: Address, ci: number): Address {
  const { rt } = vm;
  const owner = M[sp - 2];
  const known = M[owner + REP];
  if (
    cache[ci] === known &&
    cache[ci + 1] === typeVersions[known >>> 16] &&
    cache[ci + 2] === ATTR_METHOD &&
    methodVisible(rt, owner, known)
  ) {
    const method = cache[ci + 3]!;
    rt.heap.retain(method);
    M[sp - 2] = method;
    M[sp] = owner;
    return sp + 2;
  }
  const info = rt.typeOf(owner);
  if (info.getattro === genericGetAttr) {
    const found = typeLookup(rt, info, name);
    const kind = found === 0 ? 0 : M[found + REP] & 0xff;
    if (kind === KIND.function || kind === KIND.methodDescriptor) {
      const rep = M[owner + REP];
      const cacheable = info.dictOffset === 0 && !(hasInlineValues(rt, owner) && sharedIndex(info, name) >= 0);
      if (cacheable && methodVisible(rt, owner, rep)) {
        remember(ci, rep, info, ATTR_METHOD, found);
        rt.heap.retain(found);
        M[sp - 2] = found;
        M[sp] = owner;
        return sp + 2;
      }
      // An attribute of its own hides the method; otherwise nothing is bound (_PyObject_GetMethod).
      rt.sp = sp;
      rt.push(rt.retain(found));
      const own = instanceGet(rt, info, owner, name);
      const method = M[sp];
      if (own === 0) {
        M[sp] = M[sp - 2];
        M[sp - 2] = method;
        return sp + 2;
      }
      M[sp] = rt.retain(own);
      rt.heap.release(method);
      return withoutOwner(rt, sp);
    }
  }
  const value = getAttr(rt, owner, name);
  M[sp] = value;
  rt.sp = sp + 2;
  return withoutOwner(rt, sp);
}

/** What LOAD_METHOD found lies on top and is no method: its owner goes. */
function withoutOwner(rt: Runtime, sp: Address): Address {
  const owner = M[sp - 2];
  M[sp - 2] = 0;
  rt.heap.release(owner);
  return sp + 2;
}

/** STORE_ATTR, owner.name = value: value and owner go. */
export function storeAttr(vm: Vm, sp: Address, name: Address, ci: number): void {
  const { rt } = vm;
  const { heap } = rt;
  const owner = M[sp - 2];
  const rep = M[owner + REP];
  if (cache[ci] === rep && cache[ci + 1] === typeVersions[rep >>> 16]) {
    const offset = cache[ci + 3]!;
    const inline = cache[ci + 2] === ATTR_INLINE && hasPlace(owner, offset);
    if (inline || cache[ci + 2] === ATTR_SLOT) {
      const old = M[owner + offset];
      if (inline && old === 0) inlineInsert(rt, owner, (offset - INLINE_VALUES) >> 1, M[sp - 4]);
      else heap.store(owner, owner + offset, M[sp - 4]);
      // The value that was there dies before the owner.
      M[sp - 4] = 0;
      heap.release(old);
      const holder = M[sp - 2];
      M[sp - 2] = 0;
      rt.sp = sp - 4;
      heap.release(holder);
      return;
    }
  }
  const info = rt.typeOf(owner);
  info.setattro(rt, owner, name, M[sp - 4]);
  if (info.setattro === genericSetAttr && M[M[sp - 2] + REP] >>> 16 === info.typeIndex) {
    const descriptor = typeLookup(rt, info, name);
    const object = M[sp - 2];
    if (descriptor === 0 || rt.typeOf(descriptor).descrSet === null) {
      if (hasInlineValues(rt, object)) {
        const index = sharedIndex(info, name);
        if (index >= 0 && index < inlineCapacity(rt, object)) {
          remember(ci, M[object + REP], info, ATTR_INLINE, INLINE_VALUES + 2 * index);
        }
      }
    } else if ((M[descriptor + REP] & 0xff) === KIND.member && M[descriptor + 5] > 0 && ownsMember(rt, info, descriptor)) {
      remember(ci, M[object + REP], info, ATTR_SLOT, M[descriptor + 5]);
    }
  }
  vm.drop(sp, 2);
}
