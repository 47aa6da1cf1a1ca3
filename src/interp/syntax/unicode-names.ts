import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { codeFile } from '../../base/package-files.ts';

/**
 * Unicode 15.1 character names, for `\N{...}` and the unicodedata module. The table (unicode-names.zz, written by
 * scripts/record-unicode-names.py, which says its format) is read when the first name is asked for.
 */

let table: ReadonlyMap<string, number> | null = null;
/** The other way, without the aliases. */
const namesByCode = new Map<number, string>();

function load(): ReadonlyMap<string, number> {
  const packed = readFileSync(codeFile('interp/syntax/unicode-names.zz'));
  const codes = new Map<string, number>();
  const [names, aliases] = inflateSync(packed).toString('latin1').split('\n\n') as [string, string];
  let code = -1;
  for (const line of names.split('\n')) {
    const blank = line.indexOf(' ');
    const step = blank > 0 ? line.slice(0, blank) : '';
    // A distance is lower-case hexadecimal; names begin with a capital or, never, a lone digit.
    const stepped = /^[0-9a-f]+$/.test(step);
    code += stepped ? Number.parseInt(step, 16) : 1;
    const name = stepped ? line.slice(blank + 1) : line;
    codes.set(name, code);
    namesByCode.set(code, name);
  }
  for (const line of aliases.split('\n')) {
    const [name, hex] = line.split('\t') as [string, string];
    codes.set(name, Number.parseInt(hex, 16));
  }
  return codes;
}

const IDEOGRAPHS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2ebf0, 0x2ee5d],
  [0x30000, 0x3134a],
  [0x31350, 0x323af],
] as const;

const LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

/** The character of a name or formal alias, in any case; null when there is none. */
export function characterByName(name: string): string | null {
  const upper = name.toUpperCase();
  if (upper.startsWith('HANGUL SYLLABLE ')) return hangul(upper.slice(16));
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(upper);
  if (ideograph !== null) {
    const code = Number.parseInt(ideograph[1]!, 16);
    return IDEOGRAPHS.some(([from, to]) => code >= from && code <= to) ? String.fromCodePoint(code) : null;
  }
  table ??= load();
  const code = table.get(upper);
  return code === undefined ? null : String.fromCodePoint(code);
}

/** The name of a character (unicodedata.name); null when it has none. */
export function nameOfCharacter(code: number): string | null {
  if (code >= 0xac00 && code <= 0xd7a3) {
    const index = code - 0xac00;
    const lead = LEADS[Math.floor(index / 588)]!;
    const vowel = VOWELS[Math.floor((index % 588) / 28)]!;
    return `HANGUL SYLLABLE ${lead}${vowel}${TAILS[index % 28]!}`;
  }
  if (IDEOGRAPHS.some(([from, to]) => code >= from && code <= to)) {
    return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase()}`;
  }
  table ??= load();
  return namesByCode.get(code) ?? null;
}

/** A syllable's name spells its letters: lead consonant, vowel, tail consonant. */
function hangul(name: string): string | null {
  for (let lead = 0; lead < LEADS.length; lead++) {
    if (!name.startsWith(LEADS[lead]!)) continue;
    for (let vowel = 0; vowel < VOWELS.length; vowel++) {
      const head = LEADS[lead]! + VOWELS[vowel]!;
      if (!name.startsWith(head)) continue;
      const tail = TAILS.indexOf(name.slice(head.length));
      if (tail >= 0) return String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + tail);
    }
  }
  return null;
}
