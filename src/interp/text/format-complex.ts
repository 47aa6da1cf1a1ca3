import { complexRepr } from '../numeric/complex-text.ts';
import { PyValueProblem } from '../numeric/problem.ts';
import { checkPrecision, layoutNumber, padded, parseFormatSpec, unknownType } from './format-spec.ts';
import { floatParts } from './format-value.ts';

/** format(complex, spec): both parts by the same spec, the padding around the whole; ValueError for zero padding. */
export function formatComplex(real: number, imaginary: number, spec: string, typeName = 'complex'): string {
  if (spec === '') return complexRepr(real, imaginary);
  const format = parseFormatSpec(spec, typeName);
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n'].includes(format.type)) throw unknownType(format.type, typeName);
  checkPrecision(format.precision);
  if (format.fill === '0') {
    throw new PyValueProblem('ValueError', 'Zero padding is not allowed in complex format specifier');
  }
  if (format.align === '=') {
    throw new PyValueProblem('ValueError', "'=' alignment flag is not allowed in complex format specifier");
  }
  // As in repr: no real part where it is positive zero, parentheses where there is one; both only without a type.
  const bare = format.type === '' && real === 0 && Object.is(real, 0);
  const inner = { ...format, width: -1, fill: ' ', align: '<' } as const;
  const realText = bare ? '' : layoutNumber(floatParts(real, format, 'complex'), inner, 3);
  const signed = { ...format, sign: bare ? format.sign : '+' } as const;
  const imaginaryText = layoutNumber(floatParts(imaginary, signed, 'complex'), inner, 3);
  const text = `${realText}${imaginaryText}j`;
  return padded(format.type === '' && !bare ? `(${text})` : text, format);
}
