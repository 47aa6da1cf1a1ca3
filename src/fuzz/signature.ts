/**
 * What a failure is, without addresses and numbers: the key by which findings are deduplicated, and what a reduced program must still show.
 */
import { LabBug } from '../base/errors.ts';

/**
 * Which oracle saw it.
 * - `R` a reference leads to an object that was freed · `P` freed memory was used, or an identity changed
 * - `I` an invariant of the heap, or a reference count, is wrong · `L` something is left that nothing reaches
 * - `F` finalizer or weak reference protocol · `D` output differs · `M` metrics differ on replay · `B` the costs counted do not balance
 * - `X` the machine itself crashed · `T` it did not end
 */
export type Oracle = 'R' | 'P' | 'I' | 'L' | 'F' | 'D' | 'M' | 'B' | 'X' | 'T';

export const oracleNames: Readonly<Record<Oracle, string>> = {
  R: 'reference to a freed object',
  P: 'use of freed memory',
  I: 'heap invariant broken',
  L: 'leak',
  F: 'finalizer or weak reference protocol broken',
  D: 'output differs',
  M: 'metrics differ on replay',
  B: 'books of the costs do not balance',
  X: 'machine crashed',
  T: 'run did not end',
};

/** `run`: in the program; `collect`: in a collection; `exit`: after the program has ended. */
export type Phase = 'run' | 'collect' | 'exit';

export interface Failure {
  readonly oracle: Oracle;
  readonly strategy: string;
  readonly phase: Phase;
  /** Type of the object concerned, or `-`. */
  readonly object: string;
  /** What was wrong, in words without addresses and numbers. */
  readonly cause: string;
  /** The message as it was, with a dump where there is one. Not part of the signature. */
  readonly details: string;
}

/**
 * Is the second failure the damage that the first one is? Where the heap itself is broken the object that is hit, and the moment at which it is met, hang on what
 * lies where: they move when a program loses a statement, and what was wrong stays.
 */
export function isSameDamage(first: string, second: string): boolean {
  if (first === second) return true;
  const [a, b] = [first, second].map((signature) => signature.split('/'));
  return isDamage(first) && a[0] === b[0] && a[1] === b[1] && a.slice(4).join('/') === b.slice(4).join('/');
}

/** Failures of a broken heap: of one run, the earliest is the nearest to its cause. */
export function isDamage(signature: string): boolean {
  return /^[RPIX]\//.test(signature);
}

/** A fault that an oracle of the fuzzer itself found during a run. */
export class OracleFault extends Error {
  readonly oracle: Oracle;
  readonly object: string;
  constructor(oracle: Oracle, object: string, message: string) {
    super(message);
    this.name = 'OracleFault';
    this.oracle = oracle;
    this.object = object;
  }
}

/** One line, the same for the same failure: `oracle/strategy/phase/object/cause`. */
export function signatureOf({ oracle, strategy, phase, object, cause }: Failure): string {
  return [oracle, strategy, phase, object, cause].join('/');
}

/** The failure that something thrown by a machine stands for. */
export function failureOf(thrown: unknown, strategy: string, phase: Phase): Failure {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof OracleFault) {
    return { oracle: thrown.oracle, strategy, phase, object: thrown.object, cause: plain(message), details: message };
  }
  if (thrown instanceof LabBug) {
    const details = thrown.details === undefined ? message : `${message}\n${thrown.details}`;
    const cause = plain(message.replace(/^heap of \S+ is broken at \S+: /, '').replace(`${strategy}: `, ''));
    return { oracle: oracleOf(message), strategy, phase, object: objectOf(thrown.details ?? ''), cause, details };
  }
  const stack = thrown instanceof Error && thrown.stack !== undefined ? thrown.stack : message;
  return {
    oracle: 'X',
    strategy,
    phase,
    object: '-',
    cause: plain(message),
    details: stack.split('\n').slice(0, 12).join('\n'),
  };
}

function oracleOf(message: string): Oracle {
  if (message.includes('where no live object is') || message.includes('where no weak reference is')) return 'R';
  return message.includes('freed') || message.includes('poison') ? 'P' : 'I';
}

/** The type in the first line of a dump (heap/dump.ts). */
function objectOf(details: string): string {
  const described = /^object \S+: (.*)$/m.exec(details)?.[1];
  if (described === undefined || described.startsWith('no object') || described.startsWith('not describable')) return '-';
  const word = described.replace(/ object$/, '').split(' ')[0];
  return /^[A-Za-z_]\w*$/.test(word) ? word : '-';
}

/** Letters and signs only: addresses, ids, numbers and quoted values become `#`. */
function plain(message: string): string {
  return message
    .split('\n')[0]
    .replace(/\(id \d+\)/g, '')
    .replace(/0x[0-9a-f]+/g, '#')
    .replace(/-?\d[\d_.]*/g, '#')
    .replace(/"[^"]*"/g, '#')
    .replace(/[^\w#,:' .-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
