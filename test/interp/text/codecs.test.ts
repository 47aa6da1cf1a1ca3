import { expect, test } from 'vitest';
import { PyValueProblem } from '../../../src/interp/numeric/problem.ts';
import { decodeBytes } from '../../../src/interp/text/decode.ts';
import { encodeText } from '../../../src/interp/text/encode.ts';
import { UnicodeProblem } from '../../../src/interp/text/unicode-problem.ts';
import { differences, readGolden } from '../numeric/golden.ts';

function coded(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnicodeProblem) {
      const { kind, encoding, start, end, reason, message } = error;
      return { error: kind, encoding, start, end, reason, message };
    }
    if (error instanceof PyValueProblem) return { error: error.kind, message: error.message };
    throw error;
  }
}

test('encoding, with all error handlers', () => {
  const pairs = readGolden('text/golden/encode.json').map(([points, codec, errors, result]) => {
    const ours = coded(() => Buffer.from(encodeText(points, codec, errors)).toString('hex'));
    return [[points, codec, errors], ours, result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('decoding, with all error handlers', () => {
  const pairs = readGolden('text/golden/decode.json').map(([hex, codec, errors, result]) => {
    const ours = coded(() => decodeBytes(Buffer.from(hex, 'hex'), codec, errors));
    return [[hex, codec, errors], ours, result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});
