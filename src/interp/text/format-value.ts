import { floatRepr } from '../numeric/float-repr.ts';
import { floatText } from '../numeric/float-text.ts';
import { decimalText } from '../numeric/int-format.ts';
import { DEFAULT_MAX_STR_DIGITS } from '../numeric/int-parse.ts';
import { intToFloat } from '../numeric/number-conversion.ts';
import { PyValueProblem } from '../numeric/problem.ts';
import { checkPrecision, type FormatSpec, layoutNumber, padded, parseFormatSpec, unknownType } from './format-spec.ts';

/** format(value, spec) for str, int and float. All errors are ValueError with CPython's message, but where another is named. */

/** format(str, spec): alignment and, by the precision, a cut. */
export function formatStr(value: string, spec: string, typeName = 'str'): string {
  if (spec === '') return value;
  const format = parseFormatSpec(spec, typeName, 's');
  if (format.type !== 's') throw unknownType(format.type, typeName);
  if (format.sign === ' ') throw refused('Space not allowed in string format specifier');
  if (format.sign !== '') throw refused('Sign not allowed in string format specifier');
  if (format.noNegativeZero) throw refused('Negative zero coercion (z) not allowed in string format specifier');
  if (format.alternate) throw refused('Alternate form (#) not allowed in string format specifier');
  if (format.align === '=') throw refused("'=' alignment not allowed in string format specifier");
  const cut = format.precision >= 0 && format.precision < value.length ? [...value].slice(0, format.precision).join('') : value;
  return padded(cut, format);
}

const bases: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

/** format(int, spec). The float types convert first (OverflowError when too large). A bool is formatted as int, but for the empty spec. */
export function formatInt(
  value: bigint | number,
  spec: string,
  typeName = 'int',
  maxStrDigits = DEFAULT_MAX_STR_DIGITS,
): string {
  const whole = BigInt(value);
  if (spec === '') return decimalText(whole, maxStrDigits);
  const format = parseFormatSpec(spec, typeName);
  switch (format.type) {
    case '':
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      return layoutInt(whole, format, maxStrDigits);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return layoutFloat(intToFloat(whole), format, typeName);
    default:
      throw unknownType(format.type, typeName);
  }
}

function layoutInt(value: bigint, format: FormatSpec, maxStrDigits: number): string {
  if (format.precision >= 0) throw refused('Precision not allowed in integer format specifier');
  if (format.noNegativeZero) throw refused('Negative zero coercion (z) not allowed in integer format specifier');
  if (format.type === 'c') return layoutCharacter(value, format);
  const [base, prefix] = bases[format.type] ?? [10, ''];
  const magnitude = value < 0n ? -value : value;
  const text = base === 10 ? decimalText(magnitude, maxStrDigits) : magnitude.toString(base);
  return layoutNumber(
    {
      sign: signText(value < 0n, format),
      prefix: format.alternate ? prefix : '',
      digits: format.type === 'X' ? text.toUpperCase() : text,
      rest: '',
    },
    format,
    base === 10 ? 3 : 4,
  );
}

function layoutCharacter(value: bigint, format: FormatSpec): string {
  if (format.sign !== '') throw refused("Sign not allowed with integer format specifier 'c'");
  if (format.alternate) throw refused("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value !== BigInt.asIntN(64, value)) {
    throw new PyValueProblem('OverflowError', 'Python int too large to convert to C long');
  }
  if (value < 0n || value > 0x10ffffn) throw new PyValueProblem('OverflowError', '%c arg not in range(0x110000)');
  return layoutNumber({ sign: '', prefix: '', digits: '', rest: String.fromCodePoint(Number(value)) }, format, 3);
}

const floatTypes = new Set(['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%']);

/** format(float, spec). */
export function formatFloat(value: number, spec: string, typeName = 'float'): string {
  if (spec === '') return floatRepr(value);
  const format = parseFormatSpec(spec, typeName);
  if (!floatTypes.has(format.type)) throw unknownType(format.type, typeName);
  return layoutFloat(value, format, typeName);
}

function layoutFloat(value: number, format: FormatSpec, typeName: string): string {
  checkPrecision(format.precision);
  return layoutNumber(floatParts(value, format, typeName), format, 3);
}

/** The parts of a float as the type and precision of `format` want them. Shared with complex, whose parts are floats. */
export function floatParts(value: number, format: FormatSpec, typeName: string) {
  const type = format.type;
  const options = {
    alternate: format.alternate,
    addDotZero: type === '' && typeName !== 'complex',
    noNegativeZero: format.noNegativeZero,
  };
  let text: string;
  if (type === '') {
    text = format.precision < 0 ? floatText(value, 'r', 0, options) : floatText(value, 'g', format.precision, options);
  } else {
    const layout = type === '%' ? 'f' : type === 'n' ? 'g' : (type.toLowerCase() as 'e' | 'f' | 'g');
    text = floatText(type === '%' ? value * 100 : value, layout, format.precision < 0 ? 6 : format.precision, options);
  }
  const negative = text.startsWith('-');
  let body = negative ? text.slice(1) : text;
  if (type === 'E' || type === 'F' || type === 'G') body = body.toUpperCase();
  if (type === '%') body += '%';
  const digits = body.slice(0, digitsAtStart(body));
  return { sign: signText(negative, format), prefix: '', digits, rest: body.slice(digits.length) };
}

function digitsAtStart(text: string): number {
  let end = 0;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}

function signText(negative: boolean, format: FormatSpec): string {
  if (negative) return '-';
  return format.sign === '+' || format.sign === ' ' ? format.sign : '';
}

function refused(message: string): PyValueProblem {
  return new PyValueProblem('ValueError', message);
}
