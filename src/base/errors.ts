/**
 * The families of failure, and the exit code each one ends in.
 *
 * - The program's: a Python exception. It is a value of the simulated machine and comes back in a cell's result, never as
 *   a JavaScript error.
 * - The user's: `UserError`. Says what was wrong, the bound, and the next step.
 * - Ours: `LabBug`. An invariant of the laboratory does not hold; its message and details are for whoever mends it.
 */

/** Exit codes of the CLI. They are part of its interface: scripts and CI systems read them. */
export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  /** The Python program ended with an uncaught exception, or asked for a non-zero exit status itself. */
  programRaised: 3,
  /** The simulated heap was exhausted. */
  outOfMemory: 4,
  /** Strategies printed different things for the same program, or a fuzz campaign found a failure. */
  disagreement: 5,
  /** The bytecode step limit ended the run. */
  stepLimit: 6,
  /** A threshold given with --fail-if was passed. */
  threshold: 99,
  /** Ctrl-C, as shells report it. */
  interrupted: 130,
} as const;

export interface UserErrorOptions {
  /** What to do next, one sentence. */
  readonly hint?: string;
  /** Defaults to `exitCodes.usage`. */
  readonly exitCode?: number;
}

/** A request that cannot be served. `message` names the value and the bound; `hint` the next step. */
export class UserError extends Error {
  readonly exitCode: number;
  readonly hint: string | undefined;

  constructor(message: string, options: UserErrorOptions = {}) {
    super(message);
    this.name = 'UserError';
    this.exitCode = options.exitCode ?? exitCodes.usage;
    this.hint = options.hint;
  }
}

/** A fault of heaplab itself. `details` is free text: strategy, seed, a dump around an address. */
export class LabBug extends Error {
  readonly details: string | undefined;

  constructor(message: string, details?: string) {
    super(message);
    this.name = 'LabBug';
    this.details = details;
  }
}

/** Name, message, details and stack of anything that was thrown. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const details = 'details' in error && typeof error.details === 'string' ? `\n${error.details}` : '';
  return `${error.stack ?? `${error.name}: ${error.message}`}${details}`;
}
