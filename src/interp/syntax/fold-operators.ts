import type { Constant } from '../bytecode/code-unit.ts';
import { floatFloorDivide, floatModulo } from '../numeric/float-divmod.ts';
import { floatPower } from '../numeric/pow-float.ts';
import { PyValueProblem } from '../numeric/problem.ts';
import type { BinaryOperator, UnaryOperator } from './ast.ts';

/**
 * Operators on constants, as CPython folds them at compile time (Python/ast_opt.c): within its limits on the size of the
 * result, and only where the outcome is certain to be the run's. null: left for the run.
 */

const MAX_INT_BITS = 128n;
const MAX_COLLECTION = 256;
const MAX_STRING = 4096;
const EXACT = 2n ** 53n;

export function foldUnary(op: UnaryOperator, value: Constant): Constant | null {
  const number = asNumber(value);
  if (number === null) return null;
  switch (op) {
    case '-':
      if (number.kind === 'int') return int(-number.value);
      if (number.kind === 'float') return { kind: 'float', value: -number.value };
      return { kind: 'complex', real: -number.real, imag: -number.imag };
    case '+':
      return number;
    case '~':
      // CPython warns of ~True while it compiles, when no frame of the program runs yet, and nobody hears of it.
      return number.kind === 'int' ? int(~number.value) : null;
    case 'not':
      return null;
  }
}

type NumberConstant = Extract<Constant, { kind: 'int' | 'float' | 'complex' }>;
type IntConstant = Extract<Constant, { kind: 'int' }>;

function int(value: bigint): IntConstant {
  return { kind: 'int', value };
}

function float(value: number): Constant {
  return { kind: 'float', value };
}

function asNumber(value: Constant): NumberConstant | null {
  if (value.kind === 'bool') return int(value.value ? 1n : 0n);
  return value.kind === 'int' || value.kind === 'float' || value.kind === 'complex' ? value : null;
}

export function foldBinary(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a !== null && b !== null) {
    if (left.kind === 'bool' && right.kind === 'bool') {
      // Of bools these three give bools.
      if (op === '&') return { kind: 'bool', value: left.value && right.value };
      if (op === '|') return { kind: 'bool', value: left.value || right.value };
      if (op === '^') return { kind: 'bool', value: left.value !== right.value };
    }
    if (a.kind === 'int' && b.kind === 'int') return foldInts(op, a.value, b.value);
    if (a.kind === 'complex' || b.kind === 'complex') return foldComplex(op, a, b);
    const x = asDouble(a);
    const y = asDouble(b);
    return x === null || y === null ? null : foldFloats(op, x, y);
  }
  if (op === '+') return concatenate(left, right);
  if (op === '*') {
    if (b?.kind === 'int') return repeat(left, b.value);
    if (a?.kind === 'int') return repeat(right, a.value);
  }
  return null;
}

function bitLength(value: bigint): bigint {
  return BigInt((value < 0n ? -value : value).toString(2).length) - (value === 0n ? 1n : 0n);
}

function foldInts(op: BinaryOperator, a: bigint, b: bigint): Constant | null {
  switch (op) {
    case '+':
      return int(a + b);
    case '-':
      return int(a - b);
    case '*':
      return a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS ? null : int(a * b);
    case '/':
      return b === 0n || !isExact(a) || !isExact(b) ? null : float(Number(a) / Number(b));
    case '//':
      return b === 0n ? null : int(floorDivide(a, b));
    case '%':
      return b === 0n ? null : int(a - b * floorDivide(a, b));
    case '**':
      if (b < 0n) return isExact(a) && isExact(b) ? foldPower(Number(a), Number(b)) : null;
      if (b > 0n && bitLength(a) * b > MAX_INT_BITS) return null;
      return int(a ** b);
    case '<<':
      return b < 0n || (a !== 0n && bitLength(a) + b > MAX_INT_BITS) || b > MAX_INT_BITS ? null : int(a << b);
    case '>>':
      return b < 0n ? null : int(a >> b);
    case '&':
      return int(a & b);
    case '|':
      return int(a | b);
    case '^':
      return int(a ^ b);
    case '@':
      return null;
  }
}

function isExact(value: bigint): boolean {
  return value <= EXACT && value >= -EXACT;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function asDouble(value: NumberConstant): number | null {
  if (value.kind === 'float') return value.value;
  return value.kind === 'int' && isExact(value.value) ? Number(value.value) : null;
}

function foldFloats(op: BinaryOperator, a: number, b: number): Constant | null {
  switch (op) {
    case '+':
      return float(a + b);
    case '-':
      return float(a - b);
    case '*':
      return float(a * b);
    case '/':
      return b === 0 ? null : float(a / b);
    case '//':
      return b === 0 ? null : float(floatFloorDivide(a, b));
    case '%':
      return b === 0 ? null : float(floatModulo(a, b));
    case '**':
      return foldPower(a, b);
    default:
      return null;
  }
}

function foldPower(a: number, b: number): Constant | null {
  try {
    const power = floatPower(a, b);
    // A negative base may have a complex result.
    return power === undefined ? null : float(power);
  } catch (thrown) {
    // Overflow and division by zero are errors of the run.
    if (thrown instanceof PyValueProblem) return null;
    throw thrown;
  }
}

/** `1 + 2j` and its like; products and quotients are left to the run. */
function foldComplex(op: BinaryOperator, a: NumberConstant, b: NumberConstant): Constant | null {
  if (op !== '+' && op !== '-') return null;
  const sign = op === '+' ? 1 : -1;
  const [realA, imagA] = parts(a);
  const [realB, imagB] = parts(b);
  if (realA === null || realB === null) return null;
  if (sign > 0) return { kind: 'complex', real: realA + realB, imag: imagA + imagB };
  return { kind: 'complex', real: realA - realB, imag: imagA - imagB };
}

function parts(value: NumberConstant): [number | null, number] {
  return value.kind === 'complex' ? [value.real, value.imag] : [asDouble(value), 0];
}

function concatenate(left: Constant, right: Constant): Constant | null {
  if (left.kind === 'str' && right.kind === 'str' && left.points === undefined && right.points === undefined)
    return { kind: 'str', value: left.value + right.value };
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    return { kind: 'bytes', value: Uint8Array.from([...left.value, ...right.value]) };
  }
  if (left.kind === 'tuple' && right.kind === 'tuple') return { kind: 'tuple', items: [...left.items, ...right.items] };
  return null;
}

function repeat(value: Constant, times: bigint): Constant | null {
  if (value.kind !== 'str' && value.kind !== 'bytes' && value.kind !== 'tuple') return null;
  if (value.kind === 'str' && value.points !== undefined) return null;
  const size = value.kind === 'tuple' ? value.items.length : value.value.length;
  const limit = value.kind === 'tuple' ? MAX_COLLECTION : MAX_STRING;
  if (times < 0n || times > BigInt(limit) || Number(times) * size > limit) return null;
  const count = Number(times);
  if (value.kind === 'str') return { kind: 'str', value: value.value.repeat(count) };
  if (value.kind === 'bytes') {
    const out = new Uint8Array(size * count);
    for (let index = 0; index < count; index++) out.set(value.value, index * size);
    return { kind: 'bytes', value: out };
  }
  const items: Constant[] = [];
  for (let index = 0; index < count; index++) items.push(...value.items);
  return { kind: 'tuple', items };
}

/** `constant[constant]`. */
export function foldSubscript(value: Constant, index: Constant): Constant | null {
  const position = index.kind === 'bool' ? (index.value ? 1 : 0) : index.kind === 'int' ? Number(index.value) : null;
  if (position === null) return null;
  if (value.kind === 'tuple') return value.items.at(position) ?? null;
  if (value.kind === 'bytes') {
    const byte = value.value.at(position);
    return byte === undefined ? null : int(BigInt(byte));
  }
  if (value.kind === 'str') {
    if (value.points !== undefined) return null;
    const char = Array.from(value.value).at(position);
    return char === undefined ? null : { kind: 'str', value: char };
  }
  return null;
}
