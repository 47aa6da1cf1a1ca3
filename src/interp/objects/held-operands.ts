/**
 * Which operands a comparison of container items holds while `__eq__` runs, as a set of bits: a program can count the references. What the
 * comparison does not hold, its caller does.
 */

export const HOLD_NONE = 0;
export const HOLD_LEFT = 1;
export const HOLD_BOTH = 3;
