import { hexEscape } from './str-repr.ts';

/**
 * UnicodeEncodeError or UnicodeDecodeError, with the attributes that the Python exception has besides its object. Positions
 * count code points when encoding and bytes when decoding; `message` is str() of the exception.
 */
export class UnicodeProblem extends Error {
  readonly kind: 'UnicodeDecodeError' | 'UnicodeEncodeError';
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(
    kind: UnicodeProblem['kind'],
    encoding: string,
    source: ArrayLike<number>,
    start: number,
    end: number,
    reason: string,
  ) {
    const encode = kind === 'UnicodeEncodeError';
    const verb = encode ? "can't encode character" : "can't decode byte";
    const first = source[start];
    const what =
      end === start + 1
        ? ` ${encode ? `'${hexEscape(first)}'` : shownByte(first)} in position ${start}`
        : `s in position ${start}-${end - 1}`;
    super(`'${encoding}' codec ${verb}${what}: ${reason}`);
    this.name = 'UnicodeProblem';
    this.kind = kind;
    this.encoding = encoding;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

function shownByte(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
