/** Sets of characters: a table for Latin-1, a test with a memory for the rest. */
import { isAlnum, isDecimal, isSpaceCodePoint } from '../../text/unicode.ts';
import { caseVariants, lowerAscii, lowerUnicode } from './case-folding.ts';
import type { Category, SetItem } from './syntax.ts';

function inCategory(point: number, category: Category, ascii: boolean): boolean {
  switch (category) {
    case 'd':
      return ascii ? point >= 48 && point <= 57 : isDecimal(point);
    case 's':
      return ascii ? point === 32 || (point >= 9 && point <= 13) : isSpaceCodePoint(point);
    case 'w':
      return point === 95 || (ascii ? point < 128 && isAlnum(point) : isAlnum(point));
    case 'D':
      return !inCategory(point, 'd', ascii);
    case 'S':
      return !inCategory(point, 's', ascii);
    case 'W':
      return !inCategory(point, 'w', ascii);
  }
}

/** How far a set looks past exact code points: 'ascii' for letters A to Z, 'unicode' for all of Unicode. */
export type CaseRule = 'exact' | 'ascii' | 'unicode';

export class CharSet {
  /** 1 for each Latin-1 character in the set. */
  readonly table = new Uint8Array(256);
  private readonly items: readonly SetItem[];
  private readonly negate: boolean;
  private readonly ascii: boolean;
  private readonly rule: CaseRule;
  private readonly known = new Map<number, boolean>();

  constructor(items: readonly SetItem[], negate: boolean, ascii: boolean, rule: CaseRule) {
    this.items = items;
    this.negate = negate;
    this.ascii = ascii;
    this.rule = rule;
    for (let point = 0; point < 256; point++) this.table[point] = this.test(point) ? 1 : 0;
  }

  has(point: number): boolean {
    if (point < 256) return this.table[point] === 1;
    const known = this.known.get(point);
    if (known !== undefined) return known;
    const result = this.test(point);
    if (this.known.size < 4096) this.known.set(point, result);
    return result;
  }

  private test(point: number): boolean {
    if (this.rule === 'exact') return this.holds(point) !== this.negate;
    const lower = this.rule === 'ascii' ? lowerAscii(point) : lowerUnicode(point);
    const variants =
      this.rule === 'unicode' ? caseVariants(lower) : lower >= 97 && lower <= 122 ? [lower, lower - 32] : [lower];
    const found = variants.some((variant) => this.ranged(variant)) || this.categorised(lower);
    return found !== this.negate;
  }

  private holds(point: number): boolean {
    return this.ranged(point) || this.categorised(point);
  }

  private ranged(point: number): boolean {
    return this.items.some((item) => 'low' in item && item.low <= point && point <= item.high);
  }

  private categorised(point: number): boolean {
    return this.items.some((item) => 'category' in item && inCategory(point, item.category, this.ascii));
  }
}

/** Is it a word character, as \b and \w see it? */
export function isWord(point: number, ascii: boolean): boolean {
  return inCategory(point, 'w', ascii);
}
