/** What struct needs of bits: floats of 16, 32 and 64 bits to integers and back; the rest is py/struct.py. */
import { WORDS } from '../../heap/memory.ts';
import { newFloat } from '../objects/float.ts';
import { newBigInt } from '../objects/int.ts';
import { raise } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, asDouble, asIndex } from '../runtime/operators.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

const view = new DataView(new ArrayBuffer(8));

/** Bits of a half-precision float, rounded half to even; NaN when it is too large. */
function halfBits(value: number): number {
  view.setFloat64(0, value);
  const sign = view.getUint8(0) >> 7;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return (sign << 15) | 0x7e00;
  if (magnitude === Number.POSITIVE_INFINITY) return (sign << 15) | 0x7c00;
  if (magnitude === 0) return sign << 15;
  let exponent = Math.max(-14, Math.floor(Math.log2(magnitude)));
  if (magnitude < 2 ** exponent && exponent > -14) exponent--;
  if (magnitude >= 2 ** (exponent + 1)) exponent++;
  const scaled = magnitude / 2 ** (exponent - 10);
  let units = Math.floor(scaled);
  const rest = scaled - units;
  if (rest > 0.5 || (rest === 0.5 && units % 2 === 1)) units++;
  const bits = units < 1024 ? units : ((exponent + 15) << 10) + (units - 1024);
  return bits >= 0x7c00 ? Number.NaN : (sign << 15) | bits;
}

function halfValue(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** _float_bits(value, bytes[, wide]): the bits as an int; what is too large becomes infinite when `wide` is given. */
const floatBits: NativeSpec = {
  name: '_float_bits',
  arity: { min: 2, max: 3 },
  fn: (rt, args, count) => {
    const value = asDouble(rt, M[args]);
    const bytes = asIndex(rt, M[args + 2]);
    if (bytes === 8) {
      view.setFloat64(0, value);
      return newBigInt(rt, view.getBigUint64(0));
    }
    if (bytes === 4) {
      view.setFloat32(0, value);
      if (count === 2 && Number.isFinite(value) && !Number.isFinite(view.getFloat32(0)))
        raise(rt, 'OverflowError', 'float too large to pack with f format');
      return newBigInt(rt, BigInt(view.getUint32(0)));
    }
    const bits = halfBits(value);
    if (Number.isNaN(bits)) raise(rt, 'OverflowError', 'float too large to pack with e format');
    return newBigInt(rt, BigInt(bits));
  },
};

/** _bits_float(bits, bytes): the float. */
const bitsFloat: NativeSpec = {
  name: '_bits_float',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => {
    const bits = asBigInt(rt, M[args]);
    const bytes = asIndex(rt, M[args + 2]);
    if (bytes === 2) return newFloat(rt, halfValue(Number(bits)));
    if (bytes === 4) {
      view.setUint32(0, Number(bits));
      return newFloat(rt, view.getFloat32(0));
    }
    view.setBigUint64(0, bits);
    return newFloat(rt, view.getFloat64(0));
  },
};

export const structModule: ModuleSpec = {
  name: 'struct',
  doc: 'Functions to convert between Python values and C structs.',
  functions: [floatBits, bitsFloat],
  get python() {
    return pythonSource('struct');
  },
};
