import { floatText } from '../numeric/float-text.ts';
import { decimalText } from '../numeric/int-format.ts';
import { DEFAULT_MAX_STR_DIGITS } from '../numeric/int-parse.ts';
import { PyValueProblem } from '../numeric/problem.ts';
import { codePointLength, codePointsOf } from './code-points.ts';

/**
 * `format % values`. The parser gives pieces; the interpreter takes the values, in the order and at the moment that the pieces
 * say, and calls the conversions below with what it got. Errors come late, as in CPython: a bad directive is a piece that is
 * raised when it is reached, after the directives before it have run.
 */
export type PercentPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'directive'; readonly directive: PercentDirective }
  /** `needsMapping`: when the right side is no mapping, that error (TypeError 'format requires a mapping') comes first. */
  | { readonly kind: 'problem'; readonly problem: PyValueProblem; readonly needsMapping: boolean };

/** `%[(key)][flags][width][.precision][length]conversion`. */
export interface PercentDirective {
  /** The mapping key: TypeError 'format requires a mapping' when the right side is none. */
  readonly key: string | undefined;
  readonly leftAdjust: boolean;
  readonly sign: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  /** '*' takes the next value: an int, negative for left adjustment ('* wants int' otherwise). */
  readonly width: number | '*' | undefined;
  /** '*' takes the next value: an int, negative counts as 0. */
  readonly precision: number | '*' | undefined;
  /** One character. Any is possible, '%' too: `unsupportedConversion` is the error, raised once the value has been taken. */
  readonly conversion: string;
  /** Index of the conversion in the format, in code points. */
  readonly position: number;
}

/** Parses a format. Never throws: see `PercentPiece`. */
export function parsePercentFormat(format: string): readonly PercentPiece[] {
  const characters = [...format];
  const pieces: PercentPiece[] = [];
  let at = 0;
  while (at < characters.length) {
    const start = at;
    while (at < characters.length && characters[at] !== '%') at++;
    if (at > start) pieces.push({ kind: 'literal', text: characters.slice(start, at).join('') });
    if (at === characters.length) break;
    if (characters[at + 1] === '%') {
      pieces.push({ kind: 'literal', text: '%' });
      at += 2;
      continue;
    }
    const parser = new DirectiveParser(characters, at + 1);
    const piece = parser.parse();
    pieces.push(piece);
    if (piece.kind === 'problem') break;
    at = parser.at;
  }
  return pieces;
}

type ProblemPiece = PercentPiece & { readonly kind: 'problem' };

function problemPiece(message: string, needsMapping: boolean): ProblemPiece {
  return { kind: 'problem', problem: new PyValueProblem('ValueError', message), needsMapping };
}

class DirectiveParser {
  readonly characters: readonly string[];
  at: number;

  constructor(characters: readonly string[], at: number) {
    this.characters = characters;
    this.at = at;
  }

  parse(): PercentPiece {
    const { characters } = this;
    let key: string | undefined;
    if (characters[this.at] === '(') {
      const start = this.at + 1;
      let depth = 1;
      for (this.at = start; this.at < characters.length && depth > 0; this.at++) {
        if (characters[this.at] === ')') depth--;
        else if (characters[this.at] === '(') depth++;
      }
      if (depth > 0) return problemPiece('incomplete format key', true);
      key = characters.slice(start, this.at - 1).join('');
    }
    let flags = '';
    while (this.at < characters.length && '-+ #0'.includes(this.current)) {
      flags += this.current;
      this.at++;
    }
    const width = this.size('width too big', key);
    if (typeof width === 'object') return width;
    let precision: number | '*' | undefined;
    if (this.current === '.') {
      this.at++;
      const found = this.size('precision too big', key);
      if (typeof found === 'object') return found;
      precision = found ?? 0;
    }
    if ('hlL'.includes(this.current) && this.current !== '') this.at++;
    const conversion = this.current;
    if (conversion === '') return problemPiece('incomplete format', key !== undefined);
    const position = this.at;
    this.at++;
    const has = (flag: string) => flags.includes(flag);
    const directive: PercentDirective = {
      key,
      leftAdjust: has('-'),
      sign: has('+'),
      blank: has(' '),
      alternate: has('#'),
      zero: has('0'),
      width,
      precision,
      conversion,
      position,
    };
    return { kind: 'directive', directive };
  }

  private get current(): string {
    return this.characters[this.at] ?? '';
  }

  private size(tooBig: string, key: string | undefined): number | '*' | undefined | ProblemPiece {
    if (this.current === '*') {
      this.at++;
      return '*';
    }
    if (!/^[0-9]$/.test(this.current)) return undefined;
    let value = 0;
    while (/^[0-9]$/.test(this.current)) {
      value = value * 10 + Number(this.current);
      this.at++;
      if (value > (tooBig === 'width too big' ? 2 ** 63 - 1 : 2147483647)) {
        return problemPiece(tooBig, key !== undefined);
      }
    }
    return value;
  }
}

/** The error of a directive whose conversion is none of `diouxXeEfFgGcrsa%`. */
export function unsupportedConversion(directive: PercentDirective): PyValueProblem {
  const code = codePointsOf(directive.conversion)[0] ?? 0;
  const shown = code > 31 && code < 127 ? directive.conversion : '?';
  return new PyValueProblem(
    'ValueError',
    `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${directive.position}`,
  );
}

/** What a directive asks for once '*' has been replaced by values. */
export interface PercentSizes {
  /** Fewest characters, or -1. */
  readonly width: number;
  /** -1 for none. */
  readonly precision: number;
  readonly leftAdjust: boolean;
}

/** The sizes of `directive`, with the values that the interpreter took for '*'. */
export function percentSizes(directive: PercentDirective, starWidth = 0, starPrecision = 0): PercentSizes {
  const width = directive.width === '*' ? starWidth : (directive.width ?? -1);
  const precision = directive.precision === '*' ? Math.max(0, starPrecision) : (directive.precision ?? -1);
  const turned = directive.width === '*' && starWidth < 0;
  return { width: turned ? -width : width, precision, leftAdjust: directive.leftAdjust || turned };
}

/** %s, %r, %a: `text` is what str(), repr() or ascii() gave. */
export function percentText(text: string, sizes: PercentSizes): string {
  const cut = sizes.precision >= 0 && sizes.precision < text.length ? [...text].slice(0, sizes.precision).join('') : text;
  return filled(cut, sizes);
}

/** %c of a character, or of an int that the interpreter made a character. */
export function percentCharacter(character: string, sizes: PercentSizes): string {
  return filled(character, sizes);
}

/** The error of %c for an int that is no code point. */
export function characterOutOfRange(): PyValueProblem {
  return new PyValueProblem('OverflowError', '%c arg not in range(0x110000)');
}

/** %d, %i, %u, %o, %x, %X of an int. */
export function percentInt(
  value: bigint,
  directive: PercentDirective,
  sizes: PercentSizes,
  maxStrDigits = DEFAULT_MAX_STR_DIGITS,
): string {
  const magnitude = value < 0n ? -value : value;
  const conversion = directive.conversion;
  const base = conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10;
  let digits = base === 10 ? decimalText(magnitude, maxStrDigits) : magnitude.toString(base);
  if (sizes.precision > digits.length) digits = digits.padStart(sizes.precision, '0');
  let prefix = '';
  if (directive.alternate && base !== 10) prefix = base === 8 ? '0o' : '0x';
  if (conversion === 'X') {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return signed(value < 0n, prefix, digits, directive, sizes);
}

/** %e, %f, %g, %E, %F, %G of a float. */
export function percentFloat(value: number, directive: PercentDirective, sizes: PercentSizes): string {
  const layout = directive.conversion.toLowerCase() as 'e' | 'f' | 'g';
  const text = floatText(value, layout, sizes.precision < 0 ? 6 : sizes.precision, { alternate: directive.alternate });
  const negative = text.startsWith('-');
  const body = negative ? text.slice(1) : text;
  return signed(negative, '', layout === directive.conversion ? body : body.toUpperCase(), directive, sizes);
}

function signed(negative: boolean, prefix: string, body: string, directive: PercentDirective, sizes: PercentSizes): string {
  const sign = negative ? '-' : directive.sign ? '+' : directive.blank ? ' ' : '';
  const head = sign + prefix;
  if (directive.zero && !sizes.leftAdjust) return head + body.padStart(sizes.width - head.length, '0');
  return filled(head + body, sizes);
}

function filled(text: string, sizes: PercentSizes): string {
  const blanks = ' '.repeat(Math.max(0, sizes.width - codePointLength(text)));
  return sizes.leftAdjust ? text + blanks : blanks + text;
}
