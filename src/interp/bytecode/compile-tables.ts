import { type CodeUnit, type Constant, sameItems } from './code-unit.ts';
import { OPCODES } from './opcodes.ts';

/** Small tables the code generator shares. */

export type NameTable = Map<string, number>;

/** Opcodes whose operand is a cell or free variable. */
export const CELL_OPERANDS: readonly boolean[] = OPCODES.map((info) => info.arg === 'cell');

/** The index of a name, given out in order of first use. */
export function indexOf(table: NameTable, name: string): number {
  const known = table.get(name);
  if (known !== undefined) return known;
  table.set(name, table.size);
  return table.size - 1;
}

const bits = new DataView(new ArrayBuffer(8));

function floatKey(value: number): string {
  bits.setFloat64(0, value);
  return `${bits.getUint32(0).toString(36)}.${bits.getUint32(4).toString(36)}`;
}

/** Equal exactly for constants that may be one: same type, same value (0.0 is not -0.0, 1 is not True). null: never shared. */
export function constantKey(value: Constant): string | null {
  switch (value.kind) {
    case 'none':
      return 'n';
    case 'ellipsis':
      return '.';
    case 'bool':
      return value.value ? 't' : 'F';
    case 'int':
      return `i${value.value}`;
    case 'float':
      return `f${floatKey(value.value)}`;
    case 'complex':
      return `c${floatKey(value.real)}j${floatKey(value.imag)}`;
    case 'str':
      return value.points === undefined ? `s${value.value}` : `p${value.points.join()}`;
    case 'bytes':
      return `b${value.value.join(',')}`;
    case 'tuple':
    case 'frozenset': {
      let key = `${value.kind === 'tuple' ? '(' : '{'}${value.items.length}`;
      for (const item of value.items) {
        const part = constantKey(item);
        if (part === null) return null;
        key += `|${part.length}:${part}`;
      }
      return key;
    }
    case 'code':
      return null;
  }
}

function sameConstants(one: readonly Constant[], other: readonly Constant[]): boolean {
  return (
    one.length === other.length &&
    one.every((value, index) => {
      const twin = other[index]!;
      if (value.kind === 'code' && twin.kind === 'code') return isSameCode(value.code, twin.code);
      return constantKey(value) === constantKey(twin);
    })
  );
}

/** Two units made of the same text. */
export function isSameCode(one: CodeUnit, other: CodeUnit): boolean {
  return (
    one === other ||
    (one.qualname === other.qualname &&
      one.firstLine === other.firstLine &&
      sameItems(one.positions, other.positions) &&
      sameItems(one.code, other.code) &&
      sameConstants(one.constants, other.constants))
  );
}

export const NONE: Constant = { kind: 'none' };

export function strConstant(value: string): Constant {
  return { kind: 'str', value };
}

export function intConstant(value: number): Constant {
  return { kind: 'int', value: BigInt(value) };
}

export function tupleConstant(items: readonly Constant[]): Constant {
  return { kind: 'tuple', items };
}

/** The truth of a constant, as a test would find it. */
export function isTrue(value: Constant): boolean {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imag !== 0;
    case 'str':
    case 'bytes':
      return value.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0;
    case 'ellipsis':
    case 'code':
      return true;
  }
}
