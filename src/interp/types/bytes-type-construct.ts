/** bytes(...) and bytearray(...): what they make of their arguments (CPython: bytes_new_impl, bytearray___init___impl). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike, isBytesLike, VIEW_OBJECT } from '../objects/buffer.ts';
import { bytesView, isBytes } from '../objects/bytes.ts';
import { INT_VALUE, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, isStr } from '../objects/str.ts';
import { callBoundSpecial } from '../runtime/attributes.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { asBigInt, asIndex, forEach } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { encodeStr } from './encode-object.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;

/** The value of an item of bytes. `word` is 'bytes' or 'byte' in the message of the ValueError. */
export function byteOf(rt: Runtime, value: Address, word = 'byte'): number {
  const kind = M[value + REP] & 0xff;
  const number = kind === KIND.int || kind === KIND.bool ? M[value + INT_VALUE] : asIndex(rt, value);
  if (number < 0 || number > 255) raiseValueError(rt, `${word} must be in range(0, 256)`);
  return number;
}

/** The bytes that an iterable of ints gives. */
export function bytesOfItems(rt: Runtime, iterable: Address, word = 'bytes'): Uint8Array {
  let data = new Uint8Array(64);
  let count = 0;
  forEach(rt, iterable, (slot) => {
    const byte = byteOf(rt, M[slot], word);
    if (count === data.length) {
      const grown = new Uint8Array(count * 2);
      grown.set(data);
      data = grown;
    }
    data[count++] = byte;
  });
  return data.subarray(0, count);
}

/** What `__bytes__` of an object gives, copied; null where its class has none. Runs Python. */
export function bytesBySpecial(rt: Runtime, source: Address): Uint8Array | null {
  if (typeLookup(rt, rt.typeOf(source), intern(rt, '__bytes__')) === 0) return null;
  const slot = rt.push(callBoundSpecial(rt, source, '__bytes__'));
  if (!isBytes(rt, M[slot])) raiseTypeError(rt, `__bytes__ returned non-bytes (type ${rt.typeOf(M[slot]).name})`);
  const data = bytesView(rt, M[slot]).slice();
  rt.unwind(slot);
  return data;
}

/** Bytes of any object that is a buffer or an iterable of ints (PyBytes_FromObject). */
export function bytesOfIterable(rt: Runtime, source: Address, type = 'bytes'): Uint8Array {
  if ((M[source + REP] & 0xff) === KIND.memoryview && M[source + VIEW_OBJECT] === 0) {
    raiseValueError(rt, 'operation forbidden on released memoryview object');
  }
  if (isBytesLike(rt, source)) return bytesLike(rt, source);
  const info = rt.typeOf(source);
  if (isStr(rt, source) || (info.iter === null && info.getitem === null)) {
    raiseTypeError(rt, `cannot convert '${info.name}' object to ${type}`);
  }
  return bytesOfItems(rt, source, type === 'bytes' ? 'bytes' : 'byte');
}

/**
 * The bytes for bytes(source, encoding, errors) or bytearray(...); 0 for an argument that is missing. A view of the heap where the source is a buffer. Runs
 * Python.
 */
export function constructedBytes(rt: Runtime, type: string, source: Address, encoding: Address, errors: Address): Uint8Array {
  if (source === 0) {
    if (encoding !== 0 || errors !== 0) {
      raiseTypeError(rt, encoding !== 0 ? 'encoding without a string argument' : 'errors without a string argument');
    }
    return new Uint8Array(0);
  }
  if (encoding !== 0 || errors !== 0) {
    const encodingText = encoding === 0 ? 'utf-8' : textArgument(rt, encoding, type, "'encoding'");
    const errorsText = errors === 0 ? 'strict' : textArgument(rt, errors, type, "'errors'");
    if (!isStr(rt, source)) {
      raiseTypeError(rt, encoding !== 0 ? 'encoding without a string argument' : 'errors without a string argument');
    }
    if (encoding === 0) raiseTypeError(rt, 'string argument without an encoding');
    const encoded = rt.push(encodeStr(rt, source, encodingText, errorsText));
    const data = bytesView(rt, M[encoded]).slice();
    rt.unwind(encoded);
    return data;
  }
  const info = rt.typeOf(source);
  const special = type === 'bytes' && info.kind !== KIND.bytearray ? bytesBySpecial(rt, source) : null;
  if (special !== null) return special;
  if (isStr(rt, source)) raiseTypeError(rt, 'string argument without an encoding');
  if (isInt(rt, source) || (info.index !== null && !isBytesLike(rt, source))) {
    const count = asIndex(rt, source);
    if (Math.abs(count) >= Number.MAX_SAFE_INTEGER) {
      const big = asBigInt(rt, source);
      if (big > 0x7fffffffffffffffn || big < -0x8000000000000000n) {
        raise(rt, 'OverflowError', `cannot fit '${info.name}' into an index-sized integer`);
      }
    }
    if (count < 0) raiseValueError(rt, 'negative count');
    if (count > 0x7fffffff) rt.outOfMemory(0x7fffffff);
    return new Uint8Array(count);
  }
  return bytesOfIterable(rt, source, type);
}
