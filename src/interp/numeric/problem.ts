/** The Python exception classes that a host-side function may ask the interpreter to raise. */
export type ProblemKind =
  | 'IndexError'
  | 'LookupError'
  | 'MemoryError'
  | 'OverflowError'
  | 'TypeError'
  | 'ValueError'
  | 'ZeroDivisionError';

/**
 * A Python error found by a pure function. The interpreter catches it and raises the Python exception
 * `kind` with the single argument `message`, worded as CPython 3.13 words it.
 * It is no Error of the host: taking a stack trace costs more than all the rest of a failed int('x').
 * When `errno` is set the exception has two arguments, `(errno, message)`, as errors from the C library do.
 */
export class PyValueProblem {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly errno: number | undefined;

  constructor(kind: ProblemKind, message: string, errno?: number) {
    this.kind = kind;
    this.message = message;
    this.errno = errno;
  }
}

/** The error of C library functions whose result leaves the range of a double (ERANGE). */
export function rangeProblem(): PyValueProblem {
  return new PyValueProblem('OverflowError', 'Numerical result out of range', 34);
}
