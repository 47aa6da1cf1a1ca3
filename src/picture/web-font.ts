/**
 * The font of the charts for a page that may ask for nothing: each weight as a small TrueType file of the letters a page is likely to
 * use, to be set as `data:` addresses. A letter that is not in it comes from the system.
 *
 * Source of the tables: the OpenType specification 1.9 (`cmap` format 4, `post` version 3, the table directory).
 */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { assert } from '../base/assert.ts';
import { fontFiles } from './font.ts';

/** ASCII, Latin-1, and what our own texts use beyond them. */
const letters = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...[...'–—‘’“”…×≤≥≈−·•→←↑↓∞Δµ√±²³½¼'].map((letter) => letter.codePointAt(0)!),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

let style: string | undefined;

/** `@font-face` rules of the families Inter, one a weight, and `Inter Figures`: digits of equal width, to stand before it in tables. */
export function fontFaces(): string {
  style ??= fontFiles()
    .flatMap((file) => {
      const weight = /_(\d+)\w*\.ttf$/.exec(file)?.[1];
      assert(weight, 'a file of the font does not say its weight');
      const source = readFileSync(file);
      return [
        face('Inter', weight, smallFont(source, letters, [])),
        face('Inter Figures', weight, smallFont(source, range(0x30, 0x39), ['tnum'])),
      ];
    })
    .join('\n');
  return style;
}

function face(family: string, weight: string, font: Uint8Array): string {
  const bytes = Buffer.from(font).toString('base64');
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes}) }`;
}

function smallFont(source: Buffer, wanted: readonly number[], features: string[]): Uint8Array {
  const font = create(source) as Font;
  const subset = font.createSubset();
  const glyphs: [letter: number, glyph: number][] = [];
  for (const letter of [...new Set(wanted)].sort((a, b) => a - b)) {
    if (!font.hasGlyphForCodePoint(letter)) continue;
    const [glyph] = font.layout(String.fromCodePoint(letter), features).glyphs;
    assert(glyph, 'a letter that the font has has a glyph');
    // It returns the glyph's number in the subset, whatever its type says.
    glyphs.push([letter, Number(subset.includeGlyph(glyph))]);
  }
  const tables = tablesOf(Buffer.from(subset.encode()));
  const os2 = tablesOf(source).get('OS/2');
  assert(os2, 'the font has no OS/2 table');
  tables
    .set('OS/2', os2)
    .set('cmap', characterMap(glyphs))
    .set('name', Buffer.from([0, 0, 0, 0, 0, 6]));
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000);
  tables.set('post', post);
  return fontFile(tables);
}

/** By tag. */
function tablesOf(file: Buffer): Map<string, Buffer> {
  return new Map(
    range(0, file.readUInt16BE(4) - 1).map((index) => {
      const entry = 12 + 16 * index;
      const start = file.readUInt32BE(entry + 8);
      return [file.toString('latin1', entry, entry + 4), file.subarray(start, start + file.readUInt32BE(entry + 12))];
    }),
  );
}

/** `glyphs` by rising letter. A segment is a run of letters whose glyphs follow each other too. */
function characterMap(glyphs: readonly (readonly [letter: number, glyph: number])[]): Buffer {
  const segments: { first: number; last: number; delta: number }[] = [];
  for (const [letter, glyph] of glyphs) {
    const open = segments.at(-1);
    if (open !== undefined && open.last === letter - 1 && open.delta === glyph - letter) open.last = letter;
    else segments.push({ first: letter, last: letter, delta: glyph - letter });
  }
  segments.push({ first: 0xffff, last: 0xffff, delta: 1 });
  const power = Math.floor(Math.log2(segments.length));
  const { length } = segments;
  const header = [0, 1, 3, 1, 0, 12];
  const format = [4, 16 + 8 * length, 0, 2 * length, 2 ** (power + 1), power, 2 * length - 2 ** (power + 1)];
  const firsts = segments.map(({ first }) => first);
  const lasts = segments.map(({ last }) => last);
  const deltas = segments.map(({ delta }) => delta & 0xffff);
  const numbers = [...header, ...format, ...lasts, 0, ...firsts, ...deltas, ...segments.map(() => 0)];
  const table = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number, 2 * index);
  return table;
}

function fontFile(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(0x00010000);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (sorted.length - 2 ** power), 10);
  const parts: Buffer[] = [head];
  let place = head.length;
  sorted.forEach(([tag, bytes], index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    let sum = 0;
    for (let word = 0; word < padded.length; word += 4) sum = (sum + padded.readUInt32BE(word)) >>> 0;
    const entry = 12 + 16 * index;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(sum, entry + 4);
    head.writeUInt32BE(place, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    parts.push(padded);
    place += padded.length;
  });
  return Buffer.concat(parts);
}
