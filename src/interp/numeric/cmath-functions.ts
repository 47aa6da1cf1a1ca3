import type { Complex } from './complex-arithmetic.ts';
import { copySign, scaleByPowerOfTwo } from './double-bits.ts';
import { exp } from './exponential.ts';
import { cosh, log1p, sinh, tanh } from './hyperbolic.ts';
import { log } from './logarithm.ts';
import { PyValueProblem } from './problem.ts';
import { euclideanNorm } from './roots-and-norms.ts';
import { atan2, cos, sin, tan } from './trigonometry.ts';

/**
 * Functions of Python's cmath module, with the order of operations of its C source and the special values of the C standard
 * (C99, annex G). ValueError 'math domain error', OverflowError 'math range error'.
 */

/** From here on exp overflows soon: log of a quarter of the largest double. */
const LOG_LARGE = 708.3964185322641;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const LARGE = Number.MAX_VALUE / 4;

function domainProblem(): PyValueProblem {
  return new PyValueProblem('ValueError', 'math domain error');
}

function inRange(result: Complex): Complex {
  if (Math.abs(result[0]) === Infinity || Math.abs(result[1]) === Infinity) {
    throw new PyValueProblem('OverflowError', 'math range error');
  }
  return result;
}

function size(x: number, y: number): number {
  return euclideanNorm([x, y]);
}

/** cmath.phase(z): the angle, in [-pi, pi]. As in CPython 3.13, one that is too small for any float is OverflowError. */
export function complexPhase(z: Complex): number {
  const angle = atan2(z[1], z[0]);
  if (angle === 0 && z[1] !== 0 && z[0] !== Infinity) throw new PyValueProblem('OverflowError', 'math range error');
  return angle;
}

/** cmath.polar(z): length and angle. */
export function complexPolar(z: Complex): Complex {
  const length = size(z[0], z[1]);
  if (length === Infinity && Number.isFinite(z[0]) && Number.isFinite(z[1]))
    throw new PyValueProblem('OverflowError', 'math range error');
  return [length, atan2(z[1], z[0])];
}

/** cmath.rect(length, angle) */
export function complexRect(length: number, angle: number): Complex {
  if (Number.isFinite(length) && Number.isFinite(angle)) {
    return angle === 0 ? [length, length * angle] : [length * cos(angle), length * sin(angle)];
  }
  if (Math.abs(length) === Infinity && Number.isFinite(angle) && angle !== 0) {
    const sign = length > 0 ? Infinity : -Infinity;
    return [copySign(Infinity, cos(angle) * sign), copySign(Infinity, sin(angle) * sign)];
  }
  if (Math.abs(angle) === Infinity && length !== 0 && !Number.isNaN(length)) throw domainProblem();
  if (length === 0) return [0, 0];
  if (angle === 0) return [length, Number.isNaN(length) ? 0 : copySign(0, angle) * Math.sign(length)];
  return [Math.abs(length) === Infinity ? Infinity : NaN, NaN];
}

/** cmath.exp(z) */
export function complexExp(z: Complex): Complex {
  const [x, y] = z;
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (x <= LOG_LARGE) {
      const length = exp(x);
      return inRange([length * cos(y), length * sin(y)]);
    }
    // One factor e is put on last, so that only results overflow that must.
    const length = exp(x - 1);
    return inRange([length * cos(y) * Math.E, length * sin(y) * Math.E]);
  }
  if (Math.abs(y) === Infinity && (Number.isFinite(x) || x === Infinity)) throw domainProblem();
  if (x === -Infinity) {
    if (!Number.isFinite(y)) return [0, 0];
    return [copySign(0, cos(y)), copySign(0, y === 0 ? y : sin(y))];
  }
  if (y === 0) return [x, y];
  if (x === Infinity) return Number.isNaN(y) ? [Infinity, NaN] : [copySign(Infinity, cos(y)), copySign(Infinity, sin(y))];
  return [NaN, NaN];
}

/** cmath.log(z), the natural logarithm; ValueError of zero. */
export function complexLog(z: Complex): Complex {
  const ax = Math.abs(z[0]);
  const ay = Math.abs(z[1]);
  const angle = atan2(z[1], z[0]);
  if (!Number.isFinite(ax) || !Number.isFinite(ay)) return [ax === Infinity || ay === Infinity ? Infinity : NaN, angle];
  if (ax > LARGE || ay > LARGE) return [log(size(ax / 2, ay / 2)) + Math.LN2, angle];
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0 && ay === 0) throw domainProblem();
    return [log(size(scaleByPowerOfTwo(ax, 53), scaleByPowerOfTwo(ay, 53))) - 53 * Math.LN2, angle];
  }
  const length = size(ax, ay);
  if (length < 0.71 || length > 1.73) return [log(length), angle];
  // Next to the unit circle the logarithm of the length would lose most digits.
  const longer = Math.max(ax, ay);
  const shorter = Math.min(ax, ay);
  return [log1p((longer - 1) * (longer + 1) + shorter * shorter) / 2, angle];
}

/** cmath.log10(z) */
export function complexLog10(z: Complex): Complex {
  const [real, imaginary] = complexLog(z);
  return [real / Math.LN10, imaginary / Math.LN10];
}

/** cmath.sqrt(z): the root with a real part that is not negative. */
export function complexSqrt(z: Complex): Complex {
  const [x, y] = z;
  if (Math.abs(y) === Infinity) return [Infinity, y];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return specialRoot(x, y);
  if (x === 0 && y === 0) return [0, y];
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let root: number;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    const scaled = scaleByPowerOfTwo(ax, 53);
    root = scaleByPowerOfTwo(Math.sqrt(scaled + size(scaled, scaleByPowerOfTwo(ay, 53))), -27);
  } else root = 2 * Math.sqrt(ax / 8 + size(ax / 8, ay / 8));
  const other = ay / (2 * root);
  return x >= 0 ? [root, copySign(other, y)] : [other, copySign(root, y)];
}

/** The root where a part is not finite and the imaginary one not infinite. */
function specialRoot(x: number, y: number): Complex {
  if (Number.isNaN(x)) return [NaN, NaN];
  if (!Number.isFinite(x)) {
    if (Number.isNaN(y)) return x > 0 ? [x, NaN] : [NaN, Infinity];
    return x > 0 ? [x, copySign(0, y)] : [0, copySign(Infinity, y)];
  }
  return [NaN, NaN];
}

function finiteOnly(z: Complex): void {
  // An infinite angle has no sine.
  if (Math.abs(z[1]) === Infinity && !Number.isNaN(z[0])) throw domainProblem();
}

/** cmath.cosh(z) of a finite z; nan parts where a part is not finite. */
export function complexCosh(z: Complex): Complex {
  finiteOnly(z);
  const [x, y] = z;
  if (Number.isFinite(x) && Math.abs(x) > LOG_LARGE) {
    const less = x - copySign(1, x);
    return inRange([cos(y) * cosh(less) * Math.E, sin(y) * sinh(less) * Math.E]);
  }
  const result: Complex = [cos(y) * cosh(x), sin(y) * sinh(x)];
  return Number.isFinite(x) ? inRange(result) : result;
}

/** cmath.sinh(z) of a finite z; nan parts where a part is not finite. */
export function complexSinh(z: Complex): Complex {
  finiteOnly(z);
  const [x, y] = z;
  if (Number.isFinite(x) && Math.abs(x) > LOG_LARGE) {
    const less = x - copySign(1, x);
    return inRange([cos(y) * sinh(less) * Math.E, sin(y) * cosh(less) * Math.E]);
  }
  const result: Complex = [cos(y) * sinh(x), sin(y) * cosh(x)];
  return Number.isFinite(x) ? inRange(result) : result;
}

/** cmath.tanh(z) of a finite z; nan parts where a part is not finite. */
export function complexTanh(z: Complex): Complex {
  finiteOnly(z);
  const [x, y] = z;
  if (Math.abs(x) > LOG_LARGE) return [copySign(1, x), 4 * sin(y) * cos(y) * exp(-2 * Math.abs(x))];
  const tx = tanh(x);
  const ty = tan(y);
  const decay = 1 / cosh(x);
  const product = tx * ty;
  const below = 1 + product * product;
  return [(tx * (1 + ty * ty)) / below, (ty / below) * decay * decay];
}

/** f(z) = -i g(iz), or g(iz) itself: how the circular functions come from the hyperbolic ones. */
function turned(compute: (z: Complex) => Complex, z: Complex): Complex {
  const [real, imaginary] = compute([-z[1], z[0]]);
  return [imaginary, -real];
}

/** cmath.sin(z) of a finite z. */
export function complexSin(z: Complex): Complex {
  return turned(complexSinh, z);
}

/** cmath.cos(z) of a finite z. */
export function complexCos(z: Complex): Complex {
  return complexCosh([-z[1], z[0]]);
}

/** cmath.tan(z) of a finite z. */
export function complexTan(z: Complex): Complex {
  return turned(complexTanh, z);
}
