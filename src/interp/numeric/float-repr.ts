import { floatText } from './float-text.ts';

/**
 * repr(float) and str(float): the shortest digits that read back as the same value, with an exponent below 1e-4 and
 * from 1e16 on.
 */
export function floatRepr(value: number): string {
  const magnitude = Math.abs(value);
  // The host writes these ranges as Python does, but for the fraction of whole numbers and -0.
  if (magnitude < 1e16 && magnitude >= 1e-4) {
    const text = String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
  }
  return floatText(value, 'r', 0, { addDotZero: true });
}
