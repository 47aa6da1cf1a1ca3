/** Makes a finding small: its configuration first, then the block tree, then the text. What fails must stay the same throughout. */
import { setImmediate } from 'node:timers/promises';
import type { Program, Tier } from '../workloads/programs/block.ts';
import { emitProgram } from '../workloads/programs/emit.ts';
import { compareRuns } from './compare.ts';
import type { Contestant } from './contestant.ts';
import type { CPython } from './cpython.ts';
import { type RunConfig, WIDE_HEAP_BYTES } from './fuzz-config.ts';
import { reducePython } from './reduce-python.ts';
import { reduceTree } from './reduce-tree.ts';
import { PROGRAM_PATH, replayFailure } from './run-case.ts';
import { runProgram } from './run-program.ts';
import { type Failure, isDamage, isSameDamage, signatureOf } from './signature.ts';

/** What a failure is looked for with. */
export interface Bench {
  readonly tier: Tier;
  /** The strategy that failed; for `all`, any. */
  readonly contestant: Contestant;
  /** A sound strategy to compare output with when there is no CPython. */
  readonly reference: Contestant | null;
  readonly cpython: CPython | null;
  /** Bytecodes after which a candidate counts as a runaway; without it, as many as any program has. */
  readonly stepLimit?: number;
}

/** A candidate may run so many times longer than what it was made of: cutting a program must not cost the seconds that a runaway takes. */
const LONGER = 4;
const STEPS_LEAST = 100_000;

/**
 * Programs that hold many objects at once: side by side, in a chain, and half of them dropped. A failure that comes by number alone (a stack that is too small, a
 * list that is full) has no small part of a generated program to be reduced to, since each of its statements adds to the number. The second collection comes to what
 * the first has left wrong.
 */
const CROWDS: readonly string[] = [
  'a = [[[i]] for i in range(300)]',
  'a = []\nfor i in range(300):\n    a = [a]',
  'a = [[i] for i in range(3000)]\ndel a[::2]',
].map((lines) => `import gc\n${lines}\ngc.collect()\ngc.collect()\n`);

export interface Reduced {
  /**
   * What the small program shows. Of a broken heap it may be another object that is hit, at another moment, than in the program it was made of (`isSameDamage`), and
   * what is seen first when the verifier follows every collection.
   */
  readonly signature: string;
  readonly source: string;
  readonly config: RunConfig;
  readonly runs: number;
}

/** The failure with that signature in a run of the text, or with one that `same` takes for it; null when it does not show. */
export async function findAgain(
  source: string,
  config: RunConfig,
  signature: string,
  bench: Bench,
  same = (seen: string): boolean => seen === signature,
): Promise<Failure | null> {
  const { contestant, reference, cpython, tier, stepLimit } = bench;
  const run = runProgram(source, PROGRAM_PATH, contestant, config, null, stepLimit);
  if (run.failure !== null) return same(signatureOf(run.failure)) ? run.failure : null;
  if (signature.startsWith('M/')) {
    const failure = replayFailure(run, source, contestant, config, 'other', null);
    return failure !== null && signatureOf(failure) === signature ? failure : null;
  }
  if (!signature.startsWith('D/')) return null;
  const answer = cpython === null ? null : await cpython.run(source);
  const others = answer === null && reference !== null ? [reference] : [];
  const runs = [...others.map((other) => runProgram(source, PROGRAM_PATH, other, config, null, stepLimit)), run];
  const failures = compareRuns(tier, config, [...others, contestant], runs, answer);
  const named = signature.startsWith('D/all/');
  const found = failures.map((failure) => (named ? { ...failure, strategy: 'all' } : failure));
  return found.find((failure) => signatureOf(failure) === signature) ?? null;
}

/**
 * The smallest program and the plainest configuration that still show the signature. `program` is null for text that nobody generated. Once the signal fires
 * nothing is run any more: the answer is what was reached.
 */
export async function reduceFinding(
  source: string,
  program: Program | null,
  config: RunConfig,
  signature: string,
  bench: Bench,
  mostRuns: number,
  signal: AbortSignal | null,
): Promise<Reduced> {
  const { bytecodes } = runProgram(source, PROGRAM_PATH, bench.contestant, config);
  const limited = signature.startsWith('T/') ? bench : { ...bench, stepLimit: Math.max(STEPS_LEAST, LONGER * bytecodes) };
  let goal = signature;
  /** What the last program that was kept shows. */
  let shown = signature;
  const shows = async (text: string, under: RunConfig): Promise<boolean> => {
    // Signals are served between two runs.
    await setImmediate();
    if (signal?.aborted === true) return false;
    const failure = await findAgain(text, under, goal, limited, (seen) => isSameDamage(goal, seen));
    if (failure !== null) shown = signatureOf(failure);
    return failure !== null;
  };
  let runs = 0;
  let plain = config;
  if (isDamage(signature) && config.verify !== 'all') {
    // The verifier changes nothing of a run: what it sees earlier is where the damage was done.
    const followed = { ...config, verify: 'all' as const };
    const { failure } = runProgram(source, PROGRAM_PATH, bench.contestant, followed);
    runs++;
    if (failure !== null && isDamage(signatureOf(failure))) {
      goal = signatureOf(failure);
      shown = goal;
      plain = followed;
    }
  }
  for (const change of [
    // Seen after the collection that it happens in, and not after the one whose number is due, a failure survives the loss of statements.
    { verify: 'all' as const },
    { failAt: 0 },
    { engine: 'loop' as const },
    { heapBytes: WIDE_HEAP_BYTES },
    { thresholds: [2000, 10, 10] as const },
    { stress: 0 },
    { stress: 1 },
  ]) {
    const candidate = { ...plain, ...change };
    if ('stress' in change && plain.stress === 0) continue;
    runs++;
    if (await shows(source, candidate)) plain = candidate;
  }
  // What the programs of tier B may print depends on their end: it stays.
  const epilogue =
    bench.tier === 'B' && signature.startsWith('D/')
      ? /for i in range\(\d+\):\n {4}gc\.collect\(\)\nprint\("log".*\n$/.exec(source)
      : null;
  const end = epilogue === null ? '' : epilogue[0];
  const keeps = async (text: string): Promise<boolean> => {
    const whole = text.endsWith(end) ? text : text + end;
    return await shows(whole, plain);
  };
  let text = source;
  const crowd = await firstThat(CROWDS, keeps);
  runs += crowd === null ? CROWDS.length : CROWDS.indexOf(crowd) + 1;
  if (crowd !== null) text = crowd;
  else if (program !== null) {
    const tree = await reduceTree(program, keeps, Math.max(0, Math.floor(mostRuns / 2) - runs));
    runs += tree.runs;
    text = emitProgram(tree.program);
  }
  const body = text.endsWith(end) ? text.slice(0, text.length - end.length) : text;
  const smallest = await reducePython(body, keeps, Math.max(0, mostRuns - runs));
  return { signature: shown, source: smallest.source + end, config: plain, runs: runs + smallest.runs };
}

async function firstThat<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T | null> {
  for (const item of items) if (await holds(item)) return item;
  return null;
}
