/**
 * The min heap of a program under a strategy: the smallest heap limit with which it completes, found by bisection on granules.
 *
 * Completing need not be monotone in the limit: a larger heap may collect later, at a worse moment. So the neighbourhood of the answer is run as well, 8 granules
 * either side, and what breaks the order is reported. The answer is the smallest limit that completed in any of these runs.
 *
 * Source: the practice of Blackburn et al., "Myths and realities" (SIGMETRICS 2004), and of the LBO methodology: Cai et al., "Distilling the real cost of production
 * garbage collectors" (ISPASS 2022).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { assert } from '../base/assert.ts';
import { heaplabVersion } from '../base/version.ts';
import type { CellSpec } from '../cell/cell.ts';
import { CellWorker } from '../cell/worker-pool.ts';

/** Step of the search in bytes: four pages. */
export const GRANULE_BYTES = 16 * 1024;
/** Granules run on either side of the answer. */
export const NEIGHBOURS = 8;
/** The least heap that a machine takes. */
const LEAST_BYTES = 256 * 1024;

export interface MinHeap {
  /** Smallest limit with which the program completed. */
  readonly bytes: number;
  /** Limits above it, within the neighbourhood, with which it did not complete; empty when completing is monotone there. */
  readonly failingAbove: readonly number[];
  /** Runs that the search took; 0 when the answer was remembered and not confirmed. */
  readonly runs: number;
  readonly remembered: boolean;
}

/** Does the program complete with each of these limits? */
export type Probe = (limits: readonly number[]) => Promise<boolean[]>;

/**
 * Searches below `most` bytes; null when the program does not complete with `most` itself. `hint` is where to look first, in bytes; it changes the number of runs, never
 * what is found by them when completing is monotone.
 */
export async function searchMinHeap(probe: Probe, most: number, hint: number = most): Promise<MinHeap | null> {
  const known = new Map<number, boolean>();
  const ask = async (granules: readonly number[]): Promise<void> => {
    const fresh = granules.filter((granule) => !known.has(granule));
    const answers = fresh.length === 0 ? [] : await probe(fresh.map((granule) => granule * GRANULE_BYTES));
    for (const [index, granule] of fresh.entries()) known.set(granule, answers[index]!);
  };
  const completes = async (granule: number): Promise<boolean> => {
    await ask([granule]);
    return known.get(granule)!;
  };
  const least = LEAST_BYTES / GRANULE_BYTES;
  const top = Math.floor(most / GRANULE_BYTES);
  assert(top >= least, 'the search for a min heap begins below the least heap');
  // From the hint upwards in doubling steps, so that a small program is not run in vain with the largest heap.
  let low = least - 1;
  let high = Math.min(top, Math.max(least, Math.ceil(hint / GRANULE_BYTES)));
  for (let step = 1; !(await completes(high)); step *= 2) {
    low = high;
    if (high === top) return null;
    high = Math.min(top, high + step);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await completes(middle)) high = middle;
    else low = middle;
  }
  const around: number[] = [];
  for (let granule = high - NEIGHBOURS; granule <= high + NEIGHBOURS; granule++) {
    if (granule >= least && granule <= top) around.push(granule);
  }
  await ask(around);
  const smallest = Math.min(...[...known].filter(([, done]) => done).map(([granule]) => granule));
  const failing = [...known]
    .filter(([granule, done]) => !done && granule > smallest)
    .map(([granule]) => granule * GRANULE_BYTES);
  return {
    bytes: smallest * GRANULE_BYTES,
    failingAbove: failing.sort((a, b) => a - b),
    runs: known.size,
    remembered: false,
  };
}

export interface MinHeapOptions {
  readonly jobs: number;
  /** Largest limit to try. */
  readonly mostBytes: number;
  /** Folder of remembered answers; null remembers nothing. */
  readonly cache: string | null;
  readonly signal?: AbortSignal;
  readonly onFound?: (spec: CellSpec, found: MinHeap | null) => void;
}

/** The min heap of each cell, whose own heap limit is ignored; null where it does not complete. `jobs` searches go on at the same time. */
export async function minHeaps(specs: readonly CellSpec[], options: MinHeapOptions): Promise<(MinHeap | null)[]> {
  const found: (MinHeap | null)[] = specs.map(() => null);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < specs.length && !options.signal?.aborted; index = next++) {
      const spec = specs[index]!;
      found[index] = await minHeapOf(spec, options);
      options.onFound?.(spec, found[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.jobs, specs.length)) }, work));
  return found;
}

async function minHeapOf(spec: CellSpec, options: MinHeapOptions): Promise<MinHeap | null> {
  const worker = new CellWorker(options.signal === undefined ? {} : { signal: options.signal });
  let peakBytes = 0;
  const probe: Probe = async (limits) => {
    const answers: boolean[] = [];
    for (const heapBytes of limits) {
      const result = await worker.run({ ...spec, heapBytes, samples: false, oracle: false, wantStdout: false });
      answers.push(result?.status === 'ok');
      peakBytes = Math.max(peakBytes, result?.run?.peak_footprint_b ?? 0);
    }
    return answers;
  };
  try {
    const key = keyOf(spec, options.mostBytes);
    const remembered = options.cache === null ? null : recall(options.cache, key);
    if (remembered !== null && (await confirmed(remembered, probe))) return remembered;
    // What it takes when nothing hinders it is near the answer, and from above for most strategies.
    const [fits] = await probe([options.mostBytes]);
    if (fits !== true) return null;
    const found = await searchMinHeap(probe, options.mostBytes, peakBytes);
    if (found !== null && options.cache !== null && !options.signal?.aborted) remember(options.cache, key, found);
    return found;
  } finally {
    await worker.end();
  }
}

/** A remembered answer may come from other code of the same version: two runs find out. */
async function confirmed({ bytes }: MinHeap, probe: Probe): Promise<boolean> {
  const below = bytes - GRANULE_BYTES;
  const [at, under] = await probe(below < LEAST_BYTES ? [bytes] : [bytes, below]);
  return at === true && under !== true;
}

/** Where answers are remembered between commands: the user's cache folder. */
export function defaultCache(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'heaplab', 'min-heap');
}

/** Everything that the answer depends on. */
function keyOf(spec: CellSpec, mostBytes: number): string {
  const { runId: _id, programName: _name, params: _params, profile: _profile, ...facts } = spec;
  const irrelevant = { heapBytes: 0, heapFactor: null, samples: false, oracle: false, verify: false, wantStdout: false };
  return createHash('sha256')
    .update(JSON.stringify([heaplabVersion, GRANULE_BYTES, NEIGHBOURS, mostBytes, { ...facts, ...irrelevant }]))
    .digest('hex');
}

function recall(cache: string, key: string): MinHeap | null {
  try {
    const value = JSON.parse(readFileSync(join(cache, `${key}.json`), 'utf8')) as Partial<MinHeap>;
    if (!Number.isSafeInteger(value.bytes) || !Array.isArray(value.failingAbove)) return null;
    return { bytes: value.bytes!, failingAbove: value.failingAbove, runs: 0, remembered: true };
  } catch {
    // Nothing is remembered, or what is there cannot be read: the search runs.
    return null;
  }
}

function remember(cache: string, key: string, { bytes, failingAbove }: MinHeap): void {
  try {
    mkdirSync(cache, { recursive: true });
    const draft = join(cache, `.${key}.${process.pid}`);
    writeFileSync(draft, `${JSON.stringify({ bytes, failingAbove })}\n`);
    renameSync(draft, join(cache, `${key}.json`));
  } catch {
    // A cache that cannot be written costs time only.
  }
}
