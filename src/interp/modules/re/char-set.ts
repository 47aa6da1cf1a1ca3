/** Sets of characters: the classes in brackets and the escapes \d \s \w. */
import { appendMapped, isAlnum, isDecimal, isSpaceCodePoint } from '../../text/unicode.ts';

export type Category = 'digit' | 'space' | 'word';

/** Simple lower-case form of a character: one character, as sre compares them. */
export function lowerOf(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  const out: number[] = [];
  appendMapped(point, 'lower', out);
  return out[0] ?? point;
}

export function upperOf(point: number): number {
  if (point < 128) return point >= 97 && point <= 122 ? point - 32 : point;
  const out: number[] = [];
  appendMapped(point, 'upper', out);
  return out.length === 1 ? out[0]! : point;
}

/** Characters that fold together although neither is the other's simple case form (sre's _EXTRA_CASES and their like). */
const SAME_CASE: readonly (readonly number[])[] = [
  [0x69, 0x131, 0x130], [0x73, 0x17f], [0xb5, 0x3bc], [0x345, 0x3b9, 0x1fbe], [0x390, 0x1fd3], [0x3b0, 0x1fe3], [0x3b2, 0x3d0],
  [0x3b5, 0x3f5], [0x3b8, 0x3d1], [0x3ba, 0x3f0], [0x3c0, 0x3d6], [0x3c1, 0x3f1], [0x3c2, 0x3c3], [0x3c6, 0x3d5],
  [0x432, 0x1c80], [0x434, 0x1c81], [0x43e, 0x1c82], [0x441, 0x1c83], [0x442, 0x1c84, 0x1c85], [0x44a, 0x1c86], [0x463, 0x1c87],
  [0x1c88, 0xa64b], [0x1e61, 0x1e9b], [0xfb05, 0xfb06],
];

const sameCase = new Map<number, readonly number[]>();
for (const family of SAME_CASE) for (const point of family) sameCase.set(point, family);

/** Every character that matches `point` when case does not count. */
export function caseVariants(point: number, ascii: boolean): number[] {
  const low = lowerOf(point);
  if (ascii) return low < 128 && low >= 97 && low <= 122 && point < 128 ? [low, low - 32] : [point];
  const variants = new Set([point, low, upperOf(point), upperOf(low)]);
  for (const other of sameCase.get(low) ?? []) {
    variants.add(other);
    variants.add(upperOf(other));
  }
  return [...variants];
}

export function isWord(point: number, ascii: boolean): boolean {
  if (point < 128) return (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || (point >= 48 && point <= 57) || point === 95;
  return !ascii && isAlnum(point);
}

function inCategory(category: Category, point: number, ascii: boolean): boolean {
  switch (category) {
    case 'digit':
      return point < 128 ? point >= 48 && point <= 57 : !ascii && isDecimal(point);
    case 'space':
      if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (!ascii && point >= 28 && point <= 31);
      return !ascii && isSpaceCodePoint(point);
    case 'word':
      return isWord(point, ascii);
  }
}

interface SetCategory {
  readonly category: Category;
  readonly negative: boolean;
}

/** A set is built up, then frozen by its first question. Up to 255 it is a table. */
export class CharSet {
  private readonly ranges: number[] = [];
  private readonly categories: SetCategory[] = [];
  private readonly table = new Uint8Array(256);
  private ready = false;
  readonly ascii: boolean;
  readonly ignoreCase: boolean;
  negated = false;

  constructor(ascii: boolean, ignoreCase: boolean) {
    this.ascii = ascii;
    this.ignoreCase = ignoreCase;
  }

  addRange(low: number, high: number): void {
    this.ranges.push(low, high);
  }

  addCategory(category: Category, negative: boolean): void {
    this.categories.push({ category, negative });
  }

  private inRanges(point: number): boolean {
    const { ranges } = this;
    for (let index = 0; index < ranges.length; index += 2) if (point >= ranges[index]! && point <= ranges[index + 1]!) return true;
    return false;
  }

  private contains(point: number): boolean {
    let found = this.inRanges(point);
    if (!found && this.ignoreCase) found = caseVariants(point, this.ascii).some((variant) => this.inRanges(variant));
    if (!found) found = this.categories.some(({ category, negative }) => inCategory(category, point, this.ascii) !== negative);
    return found !== this.negated;
  }

  private prepare(): void {
    for (let point = 0; point < 256; point++) this.table[point] = this.contains(point) ? 1 : 0;
    this.ready = true;
  }

  has(point: number): boolean {
    if (!this.ready) this.prepare();
    return point < 256 ? this.table[point] === 1 : this.contains(point);
  }
}

/** The set of one escape such as \d. */
export function categorySet(category: Category, negative: boolean, ascii: boolean): CharSet {
  const set = new CharSet(ascii, false);
  set.addCategory(category, negative);
  return set;
}
