import { expect, it } from 'vitest';
import { characterByName } from '../../../src/interp/syntax/unicode-names.ts';

it.each([
  ['BULLET', '\u2022'],
  ['latin small letter e with acute', 'é'],
  ['LINE FEED', '\n'],
  ['NBSP', '\u00a0'],
  ['SNOWMAN', '☃'],
  ['SLIGHTLY SMILING FACE', '🙂'],
  ['HANGUL SYLLABLE HAN', '한'],
  ['HANGUL SYLLABLE A', '아'],
  ['CJK UNIFIED IDEOGRAPH-4E2D', '中'],
  ['CJK UNIFIED IDEOGRAPH-20000', '\u{20000}'],
  ['NO SUCH NAME', null],
  ['CJK UNIFIED IDEOGRAPH-0041', null],
  ['', null],
])('%s', (name, wanted) => {
  expect(characterByName(name)).toBe(wanted);
});
