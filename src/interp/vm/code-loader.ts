/** Turns a CodeUnit into a code object: constants and names on the simulated heap, instructions in the code table. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
  type Constant,
} from '../bytecode/code-unit.ts';
import { callsBeforeTranslation } from '../engine.ts';
import { newBytes } from '../objects/bytes.ts';
import { newComplex, newFloat } from '../objects/float.ts';
import { newBigInt } from '../objects/int.ts';
import { listAppend, newList, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { newSet, setAdd, setEntryKey, setNext } from '../objects/set.ts';
import { intern, newStr, newStrOfPoints } from '../objects/str.ts';
import { installCode } from '../runtime/code-space.ts';
import { CODE_CONSTS, CODE_FILENAME, CODE_INDEX, CODE_NAME, CODE_QUALNAME, type CodeEntry } from '../runtime/code-table.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

/** Words of the code object before its instructions; CPython's fixed part is 208 bytes. */
const CODE_FIXED_BYTES = 208;
/** Word that keeps the block's size in bytes. */
const CODE_SIZE = 14;

/** What one compilation has in common. */
interface Sharing {
  /** Constants by type and value. */
  readonly objects: Map<string, Address>;
  /** Texts of string constants that were interned before it. */
  readonly interned: Set<string>;
  readonly unit: CodeUnit;
  /** All names in it; gathered when they are needed. */
  names: Set<string> | null;
}

/** A code object for `unit` and all that is nested in it; owned. Equal constants of one compilation are one object (CPython: const_cache). */
export function newCode(rt: Runtime, unit: CodeUnit): Address {
  return loadCode(rt, unit, { objects: new Map(), interned: new Set(), unit, names: null });
}

function loadCode(rt: Runtime, unit: CodeUnit, shared: Sharing): Address {
  const constants = rt.push(constantTuple(rt, unit.constants, shared));
  const info = rt.codeInfo;
  const bytes = CODE_FIXED_BYTES + 2 * unit.code.length;
  const code = rt.newPlain(info, info.rep, bytes);
  for (let word = code + 4; word < code + (bytes >> 2); word++) M[word] = 0;
  const entry = newEntry(rt, unit);
  M[code + CODE_CONSTS] = M[constants];
  M[code + CODE_INDEX] = entry.index;
  M[code + CODE_NAME] = intern(rt, unit.name);
  M[code + CODE_QUALNAME] = intern(rt, unit.qualname);
  M[code + CODE_FILENAME] = intern(rt, unit.filename);
  M[code + CODE_SIZE] = bytes;
  rt.sp = constants;
  rt.heap.registerFinalizable(code);
  return code;
}

/** A tuple of constants, owned. */
function constantTuple(rt: Runtime, constants: readonly Constant[], shared: Sharing): Address {
  const items: Address[] = [];
  try {
    for (const constant of constants) items.push(sharedConstant(rt, constant, shared));
  } catch (thrown) {
    rt.releaseAll(items);
    throw thrown;
  }
  return newTuple(rt, items);
}

const IDENTIFIER = /^[A-Za-z0-9_]*$/;

/**
 * A list of the constants of a code object and all that is nested in it; owned. CPython keeps what the parser made, its arena, until the program or
 * the text of exec and eval has run: each constant has one reference more for as long.
 */
export function newArena(rt: Runtime, code: Address): Address {
  const found = new Set<Address>();
  gatherConstants(rt, code, found);
  const arena = newList(rt);
  const slot = rt.push(arena);
  for (const constant of found) {
    listAppend(rt, arena, rt.retain(constant));
    // Bytes come in as a token and again as a constant.
    if (M[constant + REP] === rt.bytesInfo.rep) listAppend(rt, arena, rt.retain(constant));
  }
  rt.sp = slot;
  return arena;
}

function gatherConstants(rt: Runtime, code: Address, found: Set<Address>): void {
  const constants = M[code + CODE_CONSTS];
  for (let index = 0; index < tupleLength(rt, constants); index++) {
    const constant = tupleItem(rt, constants, index);
    if (M[constant + REP] === rt.codeInfo.rep) gatherConstants(rt, constant, found);
    else addConstant(rt, constant, found);
  }
}

function addConstant(rt: Runtime, constant: Address, found: Set<Address>): void {
  found.add(constant);
  if (M[constant + REP] !== rt.tupleInfo.rep) return;
  for (let index = 0; index < tupleLength(rt, constant); index++) addConstant(rt, tupleItem(rt, constant, index), found);
}

/** The object for a constant, owned: the one that stands in `shared` for its type and value, or a new one, which joins it. */
function sharedConstant(rt: Runtime, constant: Constant, shared: Sharing): Address {
  if (constant.kind === 'code') return loadCode(rt, constant.code, shared);
  const key = constantKey(constant);
  const known = shared.objects.get(key);
  if (known !== undefined) return rt.retain(known);
  const made = newConstant(rt, constant, shared);
  shared.objects.set(key, made);
  return made;
}

/** Text that is the same for two constants of the same type and value, and for no others. */
function constantKey(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
    case 'ellipsis':
      return constant.kind;
    case 'bool':
    case 'int':
      return `${constant.kind} ${constant.value}`;
    case 'float':
      return `float ${numberKey(constant.value)}`;
    case 'complex':
      return `complex ${numberKey(constant.real)} ${numberKey(constant.imag)}`;
    case 'str':
      if (constant.points !== undefined) return `points ${constant.points.join()}`;
      return `str ${constant.value.length} ${constant.value}`;
    case 'bytes':
      return `${constant.kind} ${constant.value.length} ${constant.value}`;
    case 'tuple':
    case 'frozenset':
      return `${constant.kind} ${constant.items.length}(${constant.items.map(constantKey).join()})`;
    case 'code':
      return `code ${constant.code.qualname} ${constant.code.firstLine}`;
  }
}

function numberKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Puts into the slot of a frozenset another with its items, added in the order in which they lie there. */
function copyInOrder(rt: Runtime, slot: Address): void {
  const copy = rt.push(newSet(rt, rt.frozensetInfo));
  const source = M[slot];
  for (let index = setNext(rt, source, 0); index >= 0; index = setNext(rt, source, index + 1)) {
    setAdd(rt, M[copy], setEntryKey(rt, source, index));
  }
  M[slot] = rt.pop();
  rt.release(source);
}

/** Whether interning puts an older string in the place of this constant. Strings of one character are the same object anyway. */
function isReplaced(constant: Constant, shared: Sharing): boolean {
  if (constant.kind !== 'str' || constant.points !== undefined || constant.value.length < 2) return false;
  if (shared.interned.has(constant.value)) return true;
  if (!IDENTIFIER.test(constant.value)) return false;
  shared.names ??= gatherNames(shared.unit, new Set());
  return shared.names.has(constant.value);
}

function gatherNames(unit: CodeUnit, names: Set<string>): Set<string> {
  for (const name of [...unit.names, ...unit.localsPlus]) names.add(name);
  for (const constant of unit.constants) if (constant.kind === 'code') gatherNames(constant.code, names);
  return names;
}

/** Strings that look like identifiers are interned, as CPython does with constants. */
function newConstant(rt: Runtime, constant: Constant, shared: Sharing): Address {
  switch (constant.kind) {
    case 'none':
      return rt.none;
    case 'ellipsis':
      return rt.ellipsis;
    case 'bool':
      return rt.bool(constant.value);
    case 'int':
      return newBigInt(rt, constant.value);
    case 'float':
      return newFloat(rt, constant.value);
    case 'complex':
      return newComplex(rt, constant.real, constant.imag);
    case 'str':
      if (constant.points !== undefined) return newStrOfPoints(rt, constant.points);
      if (!IDENTIFIER.test(constant.value)) return newStr(rt, constant.value);
      if (rt.interned.has(constant.value)) shared.interned.add(constant.value);
      return intern(rt, constant.value);
    case 'bytes':
      return newBytes(rt, constant.value);
    case 'tuple':
      return constantTuple(rt, constant.items, shared);
    case 'frozenset': {
      const set = rt.push(newSet(rt, rt.frozensetInfo));
      for (const item of constant.items) {
        const value = rt.push(sharedConstant(rt, item, shared));
        setAdd(rt, M[set], M[value]);
        rt.unwind(value);
      }
      // CPython's compiler builds the set once more, from the first one's order, when it merges equal constants, and again when a string in it turns
      // out to be interned as another object.
      copyInOrder(rt, set);
      if (constant.items.some((item) => isReplaced(item, shared))) copyInOrder(rt, set);
      return rt.pop();
    }
    case 'code':
      return loadCode(rt, constant.code, shared);
  }
}

function newEntry(rt: Runtime, unit: CodeUnit): CodeEntry {
  const index = rt.freeCodeIndices.pop() ?? rt.codes.length;
  const slotCount = unit.localsPlus.length;
  const simple =
    unit.kwOnlyCount === 0 &&
    (unit.flags & (CO_VARARGS | CO_VARKEYWORDS | CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) === 0;
  const entry: CodeEntry = {
    index,
    unit,
    start: installCode(unit.code),
    names: Int32Array.from(unit.names, (name) => intern(rt, name)),
    localNames: Int32Array.from(unit.localsPlus, (name) => intern(rt, name)),
    slotCount,
    stackOffset: 2 * (slotCount + 2),
    frameWords: 2 * (slotCount + 2 + unit.stackSize) + 4,
    simpleArgs: simple ? unit.argCount : -1,
    flags: unit.flags,
    hasHandlers: unit.exceptionTable.length > 0,
    operands: null,
    heat: callsBeforeTranslation(rt.limits.engine ?? 'auto'),
    translated: null,
    run: null,
  };
  rt.codes[index] = entry;
  return entry;
}
