/** Letter case as regular expressions see it: simple lower case, and characters beyond it that match each other. */
import { appendMapped } from '../../text/unicode.ts';

/** Lower-case letters with a common upper case (Unicode's simple mappings): a pattern with one of them matches the others. */
const SAME_UPPER: readonly (readonly number[])[] = [
  [0x69, 0x131],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x432, 0x1c80],
  [0x434, 0x1c81],
  [0x43e, 0x1c82],
  [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85],
  [0x44a, 0x1c86],
  [0x463, 0x1c87],
  [0x1c88, 0xa64b],
  [0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
];

const GROUP_OF = new Map<number, readonly number[]>(
  SAME_UPPER.flatMap((group) => group.map((point) => [point, group] as const)),
);

/** Capitals whose lower case is a letter that has another capital. */
const ODD_CAPITALS: ReadonlyMap<number, number> = new Map([
  [0x69, 0x130],
  [0x6b, 0x212a],
  [0xe5, 0x212b],
  [0x3c9, 0x2126],
  [0xdf, 0x1e9e],
  [0x3b8, 0x3f4],
]);

const scratch: number[] = [];

function mapped(point: number, mapping: 'lower' | 'upper' | 'title'): number {
  scratch.length = 0;
  appendMapped(point, mapping, scratch);
  return scratch.length === 1 || mapping === 'lower' ? scratch[0]! : point;
}

/** Simple lower case of a code point. */
export function lowerUnicode(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  return mapped(point, 'lower');
}

export function lowerAscii(point: number): number {
  return point >= 65 && point <= 90 ? point + 32 : point;
}

/** Every code point that matches the lower-case letter `lower` when case is ignored. */
export function caseVariants(lower: number): readonly number[] {
  const found = new Set<number>();
  for (const letter of GROUP_OF.get(lower) ?? [lower]) {
    found.add(letter);
    for (const mapping of ['upper', 'title'] as const) {
      const capital = mapped(letter, mapping);
      if (lowerUnicode(capital) === letter) found.add(capital);
    }
    const odd = ODD_CAPITALS.get(letter);
    if (odd !== undefined) found.add(odd);
  }
  return [...found];
}
