/** The builtins module: functions every program sees. */

import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { bytesLike, isBytesOrByteArray } from '../objects/buffer.ts';
import { isBytes } from '../objects/bytes.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newRecord } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import { RANGE_LENGTH } from '../objects/range.ts';
import { intern, internedTwin, isStr, newChar, newStr, strAt, strLength, strText } from '../objects/str.ts';
import {
  callBoundSpecial,
  callMethod,
  callSpecial,
  deleteAttr,
  findAttr,
  findAttrNamed,
  getAttr,
  setAttr,
} from '../runtime/attributes.ts';
import { call1, callForward, holdCopies, isCallable, unexpectedKeyword } from '../runtime/calls.ts';
import { isInstance, isSubclass } from '../runtime/class-checks.ts';
import { argumentTypeName, caught, raise, raiseException, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { formatValue } from '../runtime/format.ts';
import { importFor } from '../runtime/imports.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { mappingKeys } from '../runtime/mappings.ts';
import type { NativeSpec } from '../runtime/native.ts';
import {
  asBigInt,
  asIndex,
  binary,
  compareTrue,
  forEach,
  getIter,
  hashOf,
  isTrue,
  iterNext,
  iterNextOf,
  length,
  power3,
  repr,
  strOf,
} from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { hashToInt } from '../runtime/slots.ts';
import { ascii } from '../runtime/text.ts';
import { GT, LT } from '../runtime/type-info.ts';
import { sortedList } from '../types/list-type.ts';
import { newCallableIterator } from '../types/sequence-iterators.ts';

const M = WORDS;
const F64 = DOUBLES;

function attributeName(rt: Runtime, name: Address, what: string): Address {
  if (!isStr(rt, name)) raiseTypeError(rt, `attribute name must be string, not '${rt.typeOf(name).name}'`);
  void what;
  return name;
}

/** Default of a parameter of open() by its place, owned; null for None. */
function openDefault(rt: Runtime, place: number): Address | null {
  return place === 1 ? newStr(rt, 'r') : place === 2 ? newInt(rt, -1) : place === 6 ? rt.true : null;
}

/** sys.stdin or sys.stdout if the program has put an object of its own there, borrowed; None if it has put None there; 0 for the machine's own. */
function ownStream(rt: Runtime, name: 'stdin' | 'stdout'): Address {
  const sys = rt.loadedModule('sys');
  const stream = sys === 0 ? 0 : dictGetStr(rt, M[sys + 4], intern(rt, name));
  if (stream === 0 || stream === rt.none) return stream;
  const info = rt.typeOf(stream);
  return info.heap || info.name !== 'TextIOWrapper' ? stream : 0;
}

/** The same for input(), which needs both. */
function streamOf(rt: Runtime, name: 'stdin' | 'stdout'): Address {
  const stream = ownStream(rt, name);
  if (stream === rt.none) raise(rt, 'RuntimeError', `input(): lost sys.${name}`);
  return stream;
}

/** A line of a file object of the program, without its end; owned (PyFile_GetLine). */
function readLine(rt: Runtime, file: Address): Address {
  const line = rt.push(callMethod(rt, file, 'readline'));
  if (!isStr(rt, M[line])) raiseTypeError(rt, 'object.readline() returned non-string');
  const text = strText(rt, M[line]);
  if (text === '') raise(rt, 'EOFError', 'EOF when reading a line');
  rt.unwind(line);
  return newStr(rt, text.endsWith('\n') ? text.slice(0, -1) : text);
}

function print(rt: Runtime, args: Address, count: number, kwnames: Address): Address {
  const keywords = kwnames === 0 ? 0 : M[kwnames + 4];
  const positional = count - keywords;
  let separator = ' ';
  let end = '\n';
  let file = 0;
  let flush = false;
  for (let index = 0; index < keywords; index++) {
    const name = strText(rt, M[kwnames + 6 + 2 * index]);
    const value = M[args + 2 * (positional + index)];
    if (name === 'sep' || name === 'end') {
      if (value === rt.none) continue;
      if (!isStr(rt, value)) raiseTypeError(rt, `${name} must be None or a string, not ${rt.typeOf(value).name}`);
      if (name === 'sep') separator = strText(rt, value);
      else end = strText(rt, value);
    } else if (name === 'file') file = value === rt.none ? 0 : value;
    else if (name === 'flush') flush = isTrue(rt, value);
    else unexpectedKeyword(rt, 'print', name, ['sep', 'end', 'file', 'flush']);
  }
  if (file === 0) {
    const own = ownStream(rt, 'stdout');
    if (own === rt.none) return rt.none;
    file = own;
  }
  if (file !== 0) {
    // Each piece is written on its own, as CPython does.
    const target = rt.push(rt.retain(file));
    const write = (text: Address): void => {
      const slot = rt.push(text);
      rt.release(callMethod(rt, M[target], 'write', M[slot]));
      rt.unwind(slot);
    };
    for (let index = 0; index < positional; index++) {
      if (index > 0) write(newStr(rt, separator));
      write(newStr(rt, strOf(rt, M[args + 2 * index])));
    }
    write(newStr(rt, end));
    if (flush) rt.release(callMethod(rt, M[target], 'flush'));
    rt.unwind(target);
    return rt.none;
  }
  for (let index = 0; index < positional; index++) {
    if (index > 0) rt.stdout.write(separator);
    rt.stdout.write(strOf(rt, M[args + 2 * index]));
  }
  rt.stdout.write(end);
  return rt.none;
}

/** len(object): a range may have more items than a number says exactly. */
function exactLength(rt: Runtime, object: Address): Address {
  const count = length(rt, object);
  if (count <= Number.MAX_SAFE_INTEGER || (M[object + REP] & 0xff) !== KIND.range) return newInt(rt, count);
  return rt.retain(M[object + RANGE_LENGTH]);
}

function extremum(name: 'min' | 'max', op: number): NativeSpec {
  return {
    name,
    arity: 'raw',
    fn: (rt, args, count, kwnames) => {
      const keywords = kwnames === 0 ? 0 : M[kwnames + 4];
      const positional = count - keywords;
      let key = 0;
      let fallback = 0;
      for (let index = 0; index < keywords; index++) {
        const keyword = strText(rt, M[kwnames + 6 + 2 * index]);
        const value = M[args + 2 * (positional + index)];
        if (keyword === 'key') key = value === rt.none ? 0 : value;
        else if (keyword === 'default') fallback = value;
        else unexpectedKeyword(rt, name, keyword, ['key', 'default']);
      }
      if (positional === 0) raiseTypeError(rt, `${name} expected at least 1 argument, got 0`);
      if (positional > 1 && fallback !== 0)
        raiseTypeError(rt, `Cannot specify a default for ${name}() with multiple positional arguments`);
      // Slots: best value, best key.
      const best = rt.push(0);
      const bestKey = rt.push(0);
      const consider = (slot: Address): void => {
        const mark = rt.push(key === 0 ? rt.retain(M[slot]) : call1(rt, key, M[slot]));
        if (M[best] === 0 || compareTrue(rt, M[mark], M[bestKey], op)) {
          const old = M[best];
          const oldKey = M[bestKey];
          M[best] = rt.retain(M[slot]);
          M[bestKey] = M[mark];
          M[mark] = old;
          rt.push(oldKey);
        }
        rt.unwind(mark);
      };
      if (positional > 1) {
        for (let index = 0; index < positional; index++) {
          const item = rt.push(rt.retain(M[args + 2 * index]));
          consider(item);
          rt.unwind(item);
        }
      } else forEach(rt, M[args], consider);
      if (M[best] === 0) {
        if (fallback === 0) raiseValueError(rt, `${name}() iterable argument is empty`);
        return rt.retain(fallback);
      }
      const result = rt.retain(M[best]);
      rt.unwind(best);
      return result;
    },
  };
}

function sum(rt: Runtime, args: Address): Address {
  const total = rt.push(0);
  const iterator = rt.push(getIter(rt, M[args]));
  const start = M[args + 2];
  if (start !== 0) {
    const name = rt.typeOf(start).name;
    if (isStr(rt, start)) raiseTypeError(rt, "sum() can't sum strings [use ''.join(seq) instead]");
    if (isBytes(rt, start)) raiseTypeError(rt, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (name === 'bytearray') raiseTypeError(rt, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  M[total] = start === 0 ? newInt(rt, 0) : rt.retain(start);
  // Floats are summed with a compensation (Neumaier), as CPython does since 3.12.
  let compensation = 0;
  let floating = false;
  const flush = (): void => {
    if (floating && compensation !== 0 && Number.isFinite(compensation))
      F64[(M[total] + 4) >> 1] = F64[(M[total] + 4) >> 1]! + compensation;
    floating = false;
    compensation = 0;
  };
  const floatRep = rt.floatInfo.rep;
  const intRep = rt.intInfo.rep;
  for (;;) {
    const value = iterNext(rt, M[iterator]);
    if (value === 0) break;
    const slot = rt.push(value);
    const totalRep = M[M[total] + REP];
    if (totalRep === floatRep && (M[value + REP] === floatRep || M[value + REP] === intRep)) {
      const x = M[value + REP] === floatRep ? F64[(value + 4) >> 1]! : M[value + 6];
      const t = F64[(M[total] + 4) >> 1]!;
      const next = t + x;
      if (!floating) {
        // A float of our own to add into.
        const own = rt.newFloatObject(rt, t);
        const old = M[total];
        M[total] = own;
        rt.release(old);
        floating = true;
      }
      if (M[value + REP] === floatRep) compensation += Math.abs(t) >= Math.abs(x) ? t - next + x : x - next + t;
      F64[(M[total] + 4) >> 1] = next;
    } else {
      flush();
      const next = binary(rt, M[total], value, 0, false);
      const old = M[total];
      M[total] = next;
      rt.release(old);
    }
    rt.unwind(slot);
  }
  flush();
  rt.unwind(iterator);
  rt.sp = total;
  return M[total];
}

function round(rt: Runtime, args: Address): Address {
  const digits = M[args + 2];
  const info = rt.typeOf(M[args]);
  if (typeLookup(rt, info, intern(rt, '__round__')) === 0) {
    raiseTypeError(rt, `type ${info.name} doesn't define __round__ method`);
  }
  return digits === 0 || digits === rt.none
    ? callBoundSpecial(rt, M[args], '__round__')
    : callBoundSpecial(rt, M[args], '__round__', digits);
}

function based(name: string, radix: number, prefix: string): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      const value = asBigInt(rt, M[args]);
      return newStr(rt, value < 0n ? `-${prefix}${(-value).toString(radix)}` : `${prefix}${value.toString(radix)}`);
    },
  };
}

function all(rt: Runtime, args: Address, stopAt: boolean): Address {
  const iterator = rt.push(getIter(rt, M[args]));
  for (;;) {
    const value = iterNext(rt, M[iterator]);
    if (value === 0) break;
    const slot = rt.push(value);
    const truth = isTrue(rt, value);
    rt.unwind(slot);
    if (truth === stopAt) {
      rt.unwind(iterator);
      return rt.bool(stopAt);
    }
  }
  rt.unwind(iterator);
  return rt.bool(!stopAt);
}

function anyDefault(rt: Runtime, iterator: Address, args: Address, count: number): Address {
  const info = rt.typeOf(iterator);
  if (info.heap && (M[typeLookup(rt, info, intern(rt, '__next__')) + REP] & 0xff) === KIND.function) {
    // What a class's own __next__ raises goes on as it is: its arguments and where it came from.
    const mark = rt.sp;
    try {
      return callSpecial(rt, iterator, '__next__');
    } catch (thrown) {
      if (count <= 1) throw thrown;
      caught(rt, thrown, mark, 'StopIteration');
      return rt.retain(M[args + 2]);
    }
  }
  // An iterator over one that ended may have gone on, or raised.
  rt.dropStop();
  const next = iterNextOf(rt, iterator);
  if (next !== 0) return next;
  const stopped = rt.takeStop();
  const stop = rt.push(stopped);
  if (count > 1) {
    rt.unwind(stop);
    return rt.retain(M[args + 2]);
  }
  const base = rt.push(rt.retain(rt.types['StopIteration']!.address));
  if (stopped !== 0) rt.push(rt.retain(stopped));
  const exception = rt.call(base, stopped === 0 ? 0 : 1, 0);
  rt.push(exception);
  rt.sp -= 2;
  rt.unwind(stop);
  raiseException(rt, exception);
}

export const builtinFunctions: readonly NativeSpec[] = [
  { name: 'print', arity: 'raw', fn: print, inTuple: true },
  {
    name: 'input',
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => {
      const [stdin, stdout] = [streamOf(rt, 'stdin'), streamOf(rt, 'stdout')];
      if (count > 0 && stdout === 0) rt.stdout.write(strOf(rt, M[args]));
      if (count > 0 && stdout !== 0) {
        const prompt = rt.push(newStr(rt, strOf(rt, M[args])));
        rt.release(callMethod(rt, stdout, 'write', M[prompt]));
        rt.unwind(prompt);
      }
      if (stdout !== 0) rt.release(callMethod(rt, stdout, 'flush'));
      if (stdin !== 0) return readLine(rt, stdin);
      if (rt.stdin === null || rt.stdinOffset >= rt.stdin.length) raise(rt, 'EOFError', 'EOF when reading a line');
      const end = rt.stdin.indexOf('\n', rt.stdinOffset);
      const line = rt.stdin.slice(rt.stdinOffset, end < 0 ? undefined : end);
      rt.stdinOffset = end < 0 ? rt.stdin.length : end + 1;
      return newStr(rt, line);
    },
  },
  { name: 'len', arity: 'one', fn: (rt, args) => exactLength(rt, M[args]), safe: true },
  { name: 'repr', arity: 'one', fn: (rt, args) => repr(rt, M[args]), safe: true },
  { name: 'ascii', arity: 'one', fn: (rt, args) => ascii(rt, M[args]) },
  {
    name: 'hash',
    arity: 'one',
    safe: true,
    fn: (rt, args) => {
      hashOf(rt, M[args]);
      return hashToInt(rt);
    },
  },
  { name: 'id', arity: 'one', safe: true, fn: (rt, args) => newInt(rt, rt.heap.identity(M[args])) },
  {
    name: 'abs',
    arity: 'one',
    fn: (rt, args) => {
      const info = rt.typeOf(M[args]);
      if (info.absolute === null) raiseTypeError(rt, `bad operand type for abs(): '${info.name}'`);
      return info.absolute(rt, M[args]);
    },
  },
  extremum('min', LT),
  extremum('max', GT),
  { name: 'sum', arity: { params: 'iterable, /, start=' }, fn: sum, safe: true },
  { name: 'any', arity: 'one', safe: true, fn: (rt, args) => all(rt, args, true) },
  { name: 'all', arity: 'one', safe: true, fn: (rt, args) => all(rt, args, false) },
  {
    name: 'sorted',
    arity: 'raw',
    fn: (rt, args, count, kwnames) => {
      const keywords = kwnames === 0 ? 0 : M[kwnames + 4];
      const positional = count - keywords;
      if (positional !== 1) raiseTypeError(rt, `sorted expected 1 argument, got ${positional}`);
      let key = 0;
      let reversed = false;
      for (let index = 0; index < keywords; index++) {
        const name = strText(rt, M[kwnames + 6 + 2 * index]);
        const value = M[args + 2 * (positional + index)];
        if (name === 'key') key = value === rt.none ? 0 : value;
        else if (name === 'reverse') reversed = isTrue(rt, value);
        else unexpectedKeyword(rt, 'sort', name, ['key', 'reverse']);
      }
      return sortedList(rt, M[args], key, reversed);
    },
  },
  {
    name: 'iter',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      if (count === 1) return getIter(rt, M[args]);
      if (rt.typeOf(M[args]).call === null && !isCallable(rt, M[args])) raiseTypeError(rt, 'iter(v, w): v must be callable');
      return newCallableIterator(rt, M[args], M[args + 2]);
    },
  },
  {
    name: 'next',
    arity: { min: 1, max: 2 },
    safe: true,
    fn: (rt, args, count) => {
      const info = rt.typeOf(M[args]);
      if (info.next === null) raiseTypeError(rt, `'${info.name}' object is not an iterator`);
      return anyDefault(rt, M[args], args, count);
    },
  },
  {
    name: 'aiter',
    arity: 'one',
    fn: (rt, args) => {
      const info = rt.typeOf(M[args]);
      if (info.aiter === null) raiseTypeError(rt, `'${info.name}' object is not an async iterable`);
      return info.aiter(rt, M[args]);
    },
  },
  {
    name: 'anext',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const info = rt.typeOf(M[args]);
      if (info.anext === null) raiseTypeError(rt, `'${info.name}' object is not an async iterator`);
      const next = info.anext(rt, M[args]);
      if (count === 1) return next;
      const made = newRecord(rt, rt.types['anext_awaitable']!);
      M[made + 4] = next;
      M[made + 6] = rt.retain(M[args + 2]);
      rt.heap.track(made);
      return made;
    },
  },
  {
    name: 'getattr',
    arity: { min: 2, max: 3 },
    fn: (rt, args, count) => {
      const name = attributeName(rt, M[args + 2], 'getattr');
      if (count === 2) return getAttr(rt, M[args], internedTwin(rt, name) || name);
      const value = findAttr(rt, M[args], internedTwin(rt, name) || name);
      return value === 0 ? rt.retain(M[args + 4]) : value;
    },
  },
  {
    name: 'hasattr',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const name = attributeName(rt, M[args + 2], 'hasattr');
      const value = findAttr(rt, M[args], internedTwin(rt, name) || name);
      if (value === 0) return rt.false;
      rt.release(value);
      return rt.true;
    },
  },
  {
    name: 'setattr',
    arity: { min: 3, max: 3 },
    fn: (rt, args) => {
      setAttr(rt, M[args], attributeName(rt, M[args + 2], 'setattr'), M[args + 4]);
      return rt.none;
    },
  },
  {
    name: 'delattr',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      deleteAttr(rt, M[args], attributeName(rt, M[args + 2], 'delattr'));
      return rt.none;
    },
  },
  {
    name: 'isinstance',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => rt.bool(isInstance(rt, M[args], M[args + 2])),
    safe: true,
  },
  {
    name: 'issubclass',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => rt.bool(isSubclass(rt, M[args], M[args + 2])),
    safe: true,
  },
  { name: 'callable', arity: 'one', fn: (rt, args) => rt.bool(isCallable(rt, M[args])) },
  {
    name: 'chr',
    arity: 'one',
    fn: (rt, args) => {
      const value = asIndex(rt, M[args]);
      if (value < 0 || value > 0x10ffff) raiseValueError(rt, 'chr() arg not in range(0x110000)');
      return newChar(rt, value);
    },
  },
  {
    name: 'ord',
    arity: 'one',
    fn: (rt, args) => {
      const value = M[args];
      if (isStr(rt, value)) {
        if (strLength(rt, value) === 1) return newInt(rt, strAt(rt, value, 0));
        raiseTypeError(rt, `ord() expected a character, but string of length ${strLength(rt, value)} found`);
      }
      if (isBytesOrByteArray(rt, value)) {
        const data = bytesLike(rt, value);
        if (data.length === 1) return newInt(rt, data[0]!);
        raiseTypeError(rt, `ord() expected a character, but string of length ${data.length} found`);
      }
      raiseTypeError(rt, `ord() expected string of length 1, but ${rt.typeOf(value).name} found`);
    },
  },
  based('bin', 2, '0b'),
  based('oct', 8, '0o'),
  based('hex', 16, '0x'),
  { name: 'divmod', arity: { min: 2, max: 2 }, fn: (rt, args) => binary(rt, M[args], M[args + 2], 13, false) },
  {
    name: 'pow',
    arity: { params: 'base, exp, mod=' },
    fn: (rt, args) =>
      M[args + 4] === 0 || M[args + 4] === rt.none
        ? binary(rt, M[args], M[args + 2], 6, false)
        : power3(rt, M[args], M[args + 2], M[args + 4]),
  },
  { name: 'round', arity: { params: 'number, ndigits=' }, fn: round },
  {
    name: 'format',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      if (count > 1 && !isStr(rt, M[args + 2]))
        raiseTypeError(rt, `format() argument 2 must be str, not ${argumentTypeName(rt, M[args + 2])}`);
      return formatValue(rt, M[args], count > 1 ? M[args + 2] : rt.emptyStr);
    },
  },
  {
    name: 'dir',
    arity: { min: 0, max: 1 },
    inTuple: true,
    fn: (rt, args, count) => {
      if (count > 0) return rt.dirOf(rt, M[args]);
      const locals = rt.push(rt.currentLocals(rt));
      const names = rt.push(rt.typeOf(M[locals]) === rt.dictInfo ? rt.retain(M[locals]) : mappingKeys(rt, M[locals]));
      const list = sortedList(rt, M[names], 0, false);
      rt.push(list);
      rt.sp -= 2;
      rt.unwind(locals);
      return list;
    },
  },
  {
    name: 'vars',
    arity: { min: 0, max: 1 },
    inTuple: true,
    fn: (rt, args, count) => {
      if (count === 0) return rt.currentLocals(rt);
      const dict = findAttr(rt, M[args], intern(rt, '__dict__'));
      if (dict === 0) raiseTypeError(rt, 'vars() argument must have __dict__ attribute');
      return dict;
    },
  },
  { name: 'locals', arity: 'none', fn: (rt) => rt.currentLocals(rt) },
  { name: 'globals', arity: 'none', fn: (rt) => rt.retain(rt.currentGlobals(rt)) },
  {
    name: '__build_class__',
    arity: 'raw',
    fn: (rt, args, count, kwnames) => rt.buildClass(rt, args, count, kwnames),
  },
  {
    name: '__import__',
    arity: { params: 'name, globals=, locals=, fromlist=, level=' },
    fn: (rt, args) => {
      const level = M[args + 8] === 0 ? 0 : asIndex(rt, M[args + 8]);
      return importFor(rt, M[args + 2] === rt.none ? 0 : M[args + 2], M[args], level, M[args + 6]);
    },
  },
  {
    name: 'exec',
    arity: { params: 'source, /, globals=, locals=, *, closure=' },
    fn: (rt, args) => rt.execute(rt, args, 'exec'),
  },
  { name: 'eval', arity: { params: 'source, /, globals=, locals=' }, fn: (rt, args) => rt.execute(rt, args, 'eval') },
  {
    name: 'compile',
    arity: { params: 'source, filename, mode, flags=, dont_inherit=, optimize=' },
    fn: (rt, args) => rt.compileSource(rt, args),
  },
  {
    name: 'open',
    arity: { params: 'file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=' },
    fn: (rt, args) => {
      const module = rt.push(rt.importModule('io'));
      const base = rt.push(findAttrNamed(rt, M[module], 'open'));
      for (let index = 0; index < 8; index++) {
        const given = M[args + 2 * index];
        rt.push(given !== 0 ? rt.retain(given) : (openDefault(rt, index) ?? rt.none));
      }
      const result = rt.call(base, 8, 0);
      rt.unwind(module);
      return result;
    },
  },
  {
    name: 'help',
    repr: 'Type help() for interactive help, or help(object) for help about object.',
    arity: { min: 0, max: 1 },
    safe: true,
    fn: (rt, args, count) => {
      const module = rt.push(rt.importModule('_help'));
      const base = rt.push(findAttrNamed(rt, M[module], 'help'));
      holdCopies(rt, args, count);
      const result = rt.call(base, count, 0);
      rt.unwind(module);
      return result;
    },
  },
  ...['exit', 'quit'].map(
    (name): NativeSpec => ({
      name,
      repr: `Use ${name}() or Ctrl-D (i.e. EOF) to exit`,
      arity: { params: 'code=' },
      fn: (rt, args) => {
        const base = rt.push(rt.retain(rt.types['SystemExit']!.address));
        rt.push(M[args] === 0 ? rt.none : rt.retain(M[args]));
        raiseException(rt, rt.call(base, 1, 0));
      },
    }),
  ),
  {
    name: 'breakpoint',
    arity: 'raw',
    fn: (rt, args, count, kwnames) => {
      const sys = rt.loadedModule('sys');
      const hook = sys === 0 ? 0 : dictGetStr(rt, M[sys + 4], intern(rt, 'breakpointhook'));
      if (hook === 0) raise(rt, 'RuntimeError', 'lost sys.breakpointhook');
      return callForward(rt, hook, [], args, count, kwnames);
    },
  },
];
