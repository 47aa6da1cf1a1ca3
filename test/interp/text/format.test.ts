import { describe, expect, test } from 'vitest';
import { parseComplexText } from '../../../src/interp/numeric/complex-text.ts';
import { PyValueProblem } from '../../../src/interp/numeric/problem.ts';
import { formatComplex } from '../../../src/interp/text/format-complex.ts';
import { formatFloat, formatInt, formatStr } from '../../../src/interp/text/format-value.ts';
import {
  characterOutOfRange,
  type PercentDirective,
  parsePercentFormat,
  percentCharacter,
  percentFloat,
  percentInt,
  percentSizes,
  percentText,
  unsupportedConversion,
} from '../../../src/interp/text/percent-format.ts';
import { missingPosition, parseTemplate, type TemplatePiece, unknownConversion } from '../../../src/interp/text/str-format.ts';
import { stringReprOfText } from '../../../src/interp/text/str-repr.ts';
import { differences, floatOf, intOf, outcome, readGolden } from '../numeric/golden.ts';

const golden = (name: string) => readGolden(`text/golden/${name}.json`);

describe('format()', () => {
  test('of ints', () => {
    const pairs = golden('format-int').map(
      ([value, spec, result]) => [[value, spec], outcome(() => formatInt(intOf(value), spec)), result] as const,
    );
    expect(differences(pairs)).toEqual([]);
  });

  test('of floats', () => {
    const pairs = golden('format-float').map(
      ([bits, spec, result]) => [[floatOf(bits), spec], outcome(() => formatFloat(floatOf(bits), spec)), result] as const,
    );
    expect(differences(pairs)).toEqual([]);
  });

  test('of texts', () => {
    const pairs = golden('format-str').map(
      ([value, spec, result]) => [[value, spec], outcome(() => formatStr(value, spec)), result] as const,
    );
    expect(differences(pairs)).toEqual([]);
  });

  test('of complex numbers', () => {
    const pairs = golden('format-complex').map(([parts, spec, result]) => {
      const [real, imaginary] = parts.map(floatOf);
      return [[real, imaginary, spec], outcome(() => formatComplex(real, imaginary, spec)), result] as const;
    });
    expect(differences(pairs)).toEqual([]);
  });

  test('of an int with more digits than the limit', () => {
    expect(outcome(() => formatInt(10n ** 5000n, ','))).toMatchObject({ error: 'ValueError' });
    expect(formatInt(10n ** 5000n, ',', 'int', 0)).toHaveLength(5001 + 1666);
    expect(formatInt(1234567, '_x')).toBe('12_d687');
  });
});

test('complex of text', () => {
  const pairs = readGolden('numeric/golden/complex-parse.json').map(
    ([text, result]) => [text, outcome(() => [...parseComplexText(text)]), result] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

/** What the interpreter does for `template % values` when all values are ints or all one float. */
function percent(template: string, values: readonly bigint[] | number | undefined): string {
  let used = 0;
  const next = () => {
    if (typeof values === 'number') return values;
    const value = values === undefined ? 5n : values[used++];
    if (value === undefined) throw new PyValueProblem('TypeError', 'not enough arguments for format string');
    return value;
  };
  const convert = (directive: PercentDirective) => {
    const width = directive.width === '*' ? Number(next()) : 0;
    const precision = directive.precision === '*' ? Number(next()) : 0;
    const sizes = percentSizes(directive, width, precision);
    const value = next();
    if (typeof value === 'number') return percentFloat(value, directive, sizes);
    switch (directive.conversion) {
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return percentInt(value, directive, sizes);
      case 'r':
      case 's':
      case 'a':
        return percentText(String(value), sizes);
      case 'c':
        if (value < 0n || value > 0x10ffffn) throw characterOutOfRange();
        return percentCharacter(String.fromCodePoint(Number(value)), sizes);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return percentFloat(Number(value), directive, sizes);
      default:
        throw unsupportedConversion(directive);
    }
  };
  let text = '';
  for (const piece of parsePercentFormat(template)) {
    if (piece.kind === 'problem' && piece.needsMapping && values !== undefined) {
      throw new PyValueProblem('TypeError', 'format requires a mapping');
    }
    if (piece.kind === 'problem') throw piece.problem;
    text += piece.kind === 'literal' ? piece.text : convert(piece.directive);
  }
  return text;
}

test('percent formatting', () => {
  const pairs = golden('percent').map(([template, values, result]) => {
    const given = values === null ? undefined : typeof values === 'string' ? floatOf(values) : values.map(BigInt);
    return [[template, values], outcome(() => percent(template, given)), result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('percent formatting names its key', () => {
  const [, piece] = parsePercentFormat('a%(key(1))-5.2f');
  expect(piece).toMatchObject({
    kind: 'directive',
    directive: { key: 'key(1)', leftAdjust: true, width: 5, precision: 2, conversion: 'f' },
  });
});

/** What str.format() does with four positional arguments and a few named ones that say what was asked of them. */
function formatted(pieces: readonly TemplatePiece[]): string {
  const names = new Set(['a', 'b', 'c', 'e', 'x', 'r', 's', 'é']);
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'problem') throw piece.problem;
    if (piece.kind === 'literal') {
      text += piece.text;
      continue;
    }
    const { first, accessors, conversion, spec } = piece.field;
    if (typeof first === 'number' && first >= 4) throw missingPosition(first);
    if (typeof first === 'string' && !names.has(first)) throw new PyValueProblem('LookupError', stringReprOfText(first));
    let path = typeof first === 'number' ? `#${first}` : first;
    for (const accessor of accessors) {
      if (accessor.kind === 'problem') throw accessor.problem;
      if (accessor.kind === 'attribute') path += `.${accessor.name}`;
      else path += accessor.kind === 'index' ? `[${accessor.index}]` : `[${stringReprOfText(accessor.key)}]`;
    }
    if (conversion !== '' && !'rsa'.includes(conversion)) throw unknownConversion(conversion);
    const inner = formatted(spec);
    if (conversion === '') text += `<${path}:${inner}>`;
    else text += formatStr(`${conversion === 's' ? 'str' : 'repr'}(${path})`, inner);
  }
  return text;
}

test('templates of str.format', () => {
  const pairs = golden('template').map(([template, result]) => {
    const ours = outcome(() => formatted(parseTemplate(template)));
    return [template, ours, result?.error === 'KeyError' ? { ...result, error: 'LookupError' } : result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});
