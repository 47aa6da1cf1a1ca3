import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { fontFiles } from '../../src/picture/font.ts';
import { fontFaces } from '../../src/picture/web-font.ts';

const faces = [
  ...fontFaces().matchAll(/font-family: "([^"]+)"; font-weight: (\d+); src: url\(data:font\/ttf;base64,([^)]*)\)/g),
].map(([, family, weight, bytes]) => ({ family: family!, weight: Number(weight), file: Buffer.from(bytes!, 'base64') }));
const open = (file: Buffer): Font => create(file) as Font;

test('there is a face of each family and weight, and all of them are small', () => {
  expect(faces.map(({ family, weight }) => `${family} ${weight}`)).toEqual(
    [400, 500, 600, 700].flatMap((weight) => [`Inter ${weight}`, `Inter Figures ${weight}`]),
  );
  expect(faces.reduce((sum, { file }) => sum + file.length, 0)).toBeLessThan(200_000);
});

test.each(fontFiles().map((file, index) => [index, file]))(
  'letters have the shapes and widths of the whole font, %i',
  (index, file) => {
    const whole = open(readFileSync(file));
    const small = open(faces[2 * index]!.file);
    for (const letter of `Az09 .,;:!?'"()[]{}<>/|@#%&*+-=_~×–—…≥éÄßñ`) {
      const code = letter.codePointAt(0)!;
      const [kept, own] = [small.glyphForCodePoint(code), whole.glyphForCodePoint(code)];
      expect(kept.id, letter).toBeGreaterThan(0);
      expect(kept.advanceWidth, letter).toBe(own.advanceWidth);
      expect(kept.path.toSVG(), letter).toBe(own.path.toSVG());
    }
    expect(small.hasGlyphForCodePoint('漢'.codePointAt(0)!)).toBe(false);
  },
);

test('figures are of one width, which those of the text font are not', () => {
  const widths = (file: Buffer): number =>
    new Set([...'0123456789'].map((digit) => open(file).layout(digit).advanceWidth)).size;
  expect(widths(faces[1]!.file)).toBe(1);
  expect(widths(faces[0]!.file)).toBeGreaterThan(1);
  expect(open(faces[1]!.file).hasGlyphForCodePoint('a'.codePointAt(0)!)).toBe(false);
});
