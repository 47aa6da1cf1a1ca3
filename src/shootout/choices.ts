/** Reads what users type for seeds, parameters and limits. Everything wrong is a UserError with the bound and the next step. */
import { availableParallelism } from 'node:os';
import { parseByteSize } from '../base/byte-size.ts';
import { UserError } from '../base/errors.ts';
import { Memory, type MemoryLimits } from '../heap/memory.ts';
import type { GivenParams } from './programs.ts';

/** Largest seed; a JavaScript and a Python program both hold it exactly. */
const MAX_SEED = 2 ** 31 - 1;
const MAX_SEEDS = 1000;
const MAX_JOBS = 256;
const MIN_STACK_BYTES = 64 * 1024;

/** Seeds as `3` (the seeds 1, 2, 3), `4..9` or `1,5,7`. */
export function parseSeeds(text: string): number[] {
  const hint = `write how many (3), a range (4..9) or a list (1,5,7); a seed is a whole number of 0..${MAX_SEED}`;
  const range = /^(\d+)\.\.(\d+)$/.exec(text);
  if (range) {
    const [first, last] = [parseSeed(range[1]!), parseSeed(range[2]!)];
    if (last < first) throw new UserError(`--seeds '${text}' is an empty range`, { hint });
    if (last - first >= MAX_SEEDS) throw new UserError(`--seeds '${text}' is more than ${MAX_SEEDS} seeds`, { hint });
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
  if (/^\d+(,\d+)+$/.test(text)) return [...new Set(text.split(',').map(parseSeed))];
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= 1 && count <= MAX_SEEDS)) {
    throw new UserError(`--seeds '${text}' is not a number of seeds from 1 to ${MAX_SEEDS}`, { hint });
  }
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** One seed. */
export function parseSeed(text: string): number {
  return parseWhole(text, '--seed', 0, MAX_SEED);
}

/** `name=value` texts as a record; a name given twice is an error. */
export function parseParams(texts: readonly string[]): GivenParams {
  const params: Record<string, string> = {};
  for (const text of texts) {
    const match = /^([A-Za-z_][\w-]*)=(.+)$/.exec(text);
    if (match === null) {
      throw new UserError(`--param '${text}' is not name=value`, {
        hint: 'for example --param depth=12; heaplab workloads NAME lists the parameters',
      });
    }
    const name = match[1]!;
    if (name in params) throw new UserError(`--param ${name} is given twice`, { hint: 'leave one of them out' });
    params[name] = match[2]!;
  }
  return params;
}

/** The heap limit in bytes. Its bounds depend on the stack: see `checkLimits`. */
export function parseHeap(text: string): number {
  return parseByteSize(text, '--heap');
}

/** Throws the UserError that the machine itself would throw for limits out of its bounds, before anything runs. */
export function checkLimits<T extends MemoryLimits>(limits: T): T {
  // Reserving the memory is how its bounds are known; pages that nobody touches cost nothing.
  new Memory(limits);
  return limits;
}

/** The stack region in bytes. */
export function parseStack(text: string): number {
  const bytes = parseByteSize(text, '--stack');
  if (bytes < MIN_STACK_BYTES || bytes > 2 ** 30) {
    throw new UserError(`--stack '${text}' is out of bounds: it is 64k to 1g`, { hint: 'the default is 8m' });
  }
  return bytes;
}

/** Bytecodes after which a run is ended. */
export function parseSteps(text: string): number {
  return parseWhole(text, '--steps', 1, Number.MAX_SAFE_INTEGER);
}

/** Collect at every n-th safepoint; 0 is off. */
export function parseStress(text: string): number {
  return parseWhole(text, '--stress', 0, 1_000_000_000);
}

/** Workers: a number, or as many as the machine has processors. */
export function parseJobs(text: string | undefined): number {
  return text === undefined ? availableParallelism() : parseWhole(text, '--jobs', 1, MAX_JOBS);
}

/** A whole number within bounds; `_` may group its digits. */
function parseWhole(text: string, flag: string, least: number, most: number): number {
  const digits = text.replaceAll('_', '');
  const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new UserError(`${flag} '${text}' is not a whole number of ${least}..${most}`);
  }
  return value;
}
