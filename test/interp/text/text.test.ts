import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  capitalizeText,
  casefoldText,
  lowerText,
  swapcaseText,
  titleText,
  upperText,
} from '../../../src/interp/text/casing.ts';
import { codePointLength, codePointsOf, textOf } from '../../../src/interp/text/code-points.ts';
import { sipHash13 } from '../../../src/interp/text/hash.ts';
import { isByteLineBreak, isLineBreak, lineSpans } from '../../../src/interp/text/line-breaks.ts';
import * as predicates from '../../../src/interp/text/predicates.ts';
import { asciiEscaped, bytesRepr, stringAscii, stringRepr, stringReprOfText } from '../../../src/interp/text/str-repr.ts';
import { decimalDigitOf } from '../../../src/interp/text/unicode.ts';
import { differences, readGolden } from '../numeric/golden.ts';

const golden = (name: string) => readGolden(`text/golden/${name}.json`);

test('repr and ascii of str, repr of bytes', () => {
  const pairs = golden('str-repr').map(([points, repr, ascii]) =>
    ascii === undefined
      ? ([points, bytesRepr(Uint8Array.from(points)), repr] as const)
      : ([points, [stringRepr(points), stringAscii(points), asciiEscaped(repr)], [repr, ascii, ascii]] as const),
  );
  expect(differences(pairs)).toEqual([]);
});

test('repr keeps two surrogates apart that are not one character', () => {
  expect(stringRepr([0xd83d, 0xde00])).toBe("'\\ud83d\\ude00'");
  expect(stringReprOfText('\u{1f600}')).toBe("'\u{1f600}'");
});

test('case conversions', () => {
  const conversions = [upperText, lowerText, titleText, capitalizeText, swapcaseText, casefoldText];
  const pairs = golden('casing').map(
    ([points, results]) => [points, conversions.map((convert) => convert(points)), results] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

const single = [
  predicates.isAlphaText,
  predicates.isAlnumText,
  predicates.isDecimalText,
  predicates.isDigitText,
  predicates.isNumericText,
  predicates.isSpaceText,
  predicates.isPrintableText,
  predicates.isIdentifierText,
  predicates.isUpperText,
  predicates.isLowerText,
  predicates.isTitleText,
];

test('predicates of texts', () => {
  const all = [...single.slice(0, 7), predicates.isAsciiText, ...single.slice(7)];
  const pairs = golden('predicates').map(
    ([points, flags]) => [points, all.map((holds) => Number(holds(points))).join(''), flags] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

test('every code point alone', () => {
  const pairs = golden('code-points').map(([block, checksum]) => {
    const lines: string[] = [];
    for (let codePoint = block; codePoint < block + 256; codePoint++) {
      const text = [codePoint];
      const flags = [...single.map((holds) => holds(text)), predicates.isIdentifierText([97, codePoint])].map(Number).join('');
      const cases = [upperText, lowerText, titleText, casefoldText, swapcaseText].map((convert) => convert(text).join(','));
      lines.push(`${flags} ${decimalDigitOf(codePoint)} ${cases.join(' ')}`);
    }
    return [block.toString(16), crc32(lines.join('\n')), checksum] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('splitlines', () => {
  const cut = (points: number[], keepEnds: boolean, isBreak: (codePoint: number) => boolean) => {
    const spans = lineSpans(points, keepEnds, isBreak);
    return spans.flatMap((start, index) => (index % 2 === 0 ? [points.slice(start, spans[index + 1])] : []));
  };
  const pairs = golden('line-breaks').map(([points, plain, kept, bytes]) => {
    const encoded = [...Buffer.from(textOf(points))];
    return [
      points,
      [cut(points, false, isLineBreak), cut(points, true, isLineBreak), cut(encoded, false, isByteLineBreak)],
      [plain, kept, bytes],
    ] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('hashes under PYTHONHASHSEED=0', () => {
  const out = new Int32Array(2);
  const pairs = golden('hash').map(([hex, hash]) => {
    // Not at the start of the buffer, so that `start` is used.
    const bytes = Buffer.from(`ffffff${hex}ff`, 'hex');
    sipHash13(bytes, 3, bytes.length - 4, out);
    return [hex, ((BigInt(out[1]) << 32n) | BigInt(out[0] >>> 0)).toString(), hash] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('code points to text and back', () => {
  expect(codePointsOf('a\u{1f600}\ud800')).toEqual([97, 0x1f600, 0xd800]);
  expect(textOf([97, 0x1f600, 0xdc00])).toBe('a\u{1f600}\udc00');
  expect([codePointLength(''), codePointLength('a\u{1f600}\ud800b'), codePointLength('\udc00\ud800')]).toEqual([0, 4, 2]);
});
