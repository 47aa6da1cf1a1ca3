/** Shrinks a program that a person brings. */
import { basename } from 'node:path';
import { UserError } from '../base/errors.ts';
import { findPython } from '../base/find-python.ts';
import { refuseExisting, writeWholeFile } from '../results/whole-file.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import { compareRuns } from './compare.ts';
import type { Contestant } from './contestant.ts';
import { contestantOf } from './contestants.ts';
import { CPython } from './cpython.ts';
import { findFault } from './faults.ts';
import { findingText, parseFinding, type StoredFinding } from './finding-file.ts';
import { type RunConfig, WIDE_HEAP_BYTES } from './fuzz-config.ts';
import { wholeNumber } from './plan.ts';
import { type Bench, reduceFinding } from './reduce-finding.ts';
import { readText } from './replay.ts';
import { PROGRAM_PATH } from './run-case.ts';
import { runProgram } from './run-program.ts';
import { lineCount, referenceFor } from './selftest.ts';
import { type Failure, signatureOf } from './signature.ts';
import { loadStrategyModule } from './strategy-module.ts';

export interface ShrinkRequest {
  readonly strategy: string | undefined;
  readonly stress: string | undefined;
  readonly python: string | undefined;
  readonly fault: string | null;
  readonly runs: string;
  /** File to write, or null. */
  readonly out: string | null;
  /** Replace `out` where it is there already. */
  readonly force: boolean;
  /** Ends the reduction early, with what was reached. */
  readonly signal: AbortSignal | null;
}

export interface ShrunkFile {
  readonly signature: string;
  readonly linesBefore: number;
  readonly lines: number;
  readonly runs: number;
  /** The small program with its header. */
  readonly text: string;
}

/** Throws UserError when the program does not fail, or `out` cannot be written. */
export async function shrinkFile(path: string, request: ShrinkRequest): Promise<ShrunkFile> {
  if (request.fault !== null) findFault(request.fault);
  if (request.out !== null) await refuseExisting(request.out, request.force);
  const brought = bring(path, request);
  const contestant = await contestantFor(brought);
  const python = findPython(request.python);
  const cpython = python === null ? null : new CPython(python);
  const bench: Bench = {
    tier: brought.tier,
    contestant,
    reference: contestantOf(referenceFor(contestant.name), null),
    cpython,
  };
  try {
    const failure = await firstFailure(brought, bench);
    if (failure === null) {
      throw new UserError(`${path} shows no failure under ${contestant.name}`, {
        hint: `it ran with stress ${brought.config.stress}; try another --stress, or heaplab fuzz for generated programs`,
      });
    }
    const signature = signatureOf(failure);
    const narrow = signature.startsWith('D/') ? bench : { ...bench, cpython: null };
    const runs = wholeNumber('shrink-runs', request.runs, 1, 1_000_000);
    const reduced = await reduceFinding(brought.source, null, brought.config, signature, narrow, runs, request.signal);
    const text = findingText({ ...brought, source: reduced.source, config: reduced.config, signature: reduced.signature });
    if (request.out !== null) await writeWholeFile(request.out, text);
    return { signature, linesBefore: lineCount(brought.source), lines: lineCount(reduced.source), runs: reduced.runs, text };
  } finally {
    cpython?.stop();
  }
}

/** The program as brought; a header is taken over where the flags say nothing. */
function bring(path: string, request: ShrinkRequest): StoredFinding {
  const text = readText(path);
  const stored = text.startsWith('# heaplab finding') ? parseFinding(text, path) : null;
  const strategy = request.strategy ?? stored?.strategy;
  if (strategy === undefined)
    throw new UserError(`${path} does not say which strategy fails`, { hint: 'give --strategy NAME' });
  const base: RunConfig = stored?.config ?? {
    stress: 1,
    heapBytes: WIDE_HEAP_BYTES,
    thresholds: [2000, 10, 10],
    failAt: 0,
    engine: 'loop',
    verify: 'all',
  };
  const stress = request.stress === undefined ? base.stress : wholeNumber('stress', request.stress, 0, 1_000_000);
  return {
    origin: stored?.origin ?? basename(path),
    tier: stored?.tier ?? 'A',
    strategy,
    config: { ...base, stress },
    fault: request.fault ?? stored?.fault ?? null,
    signature: null,
    cause: stored?.cause ?? '',
    source: stored?.source ?? text,
  };
}

async function contestantFor({ strategy, fault }: StoredFinding): Promise<Contestant> {
  if (/\.m?[jt]s$/.test(strategy)) return await loadStrategyModule(strategy);
  return contestantOf(strategy === 'all' ? 'arena-pools' : findStrategy(strategy).name, fault);
}

async function firstFailure(brought: StoredFinding, bench: Bench): Promise<Failure | null> {
  const { contestant, reference, cpython, tier } = bench;
  const run = runProgram(brought.source, PROGRAM_PATH, contestant, brought.config);
  if (run.failure !== null) return run.failure;
  const answer = cpython === null ? null : await cpython.run(brought.source);
  const others = answer === null && reference !== null ? [reference] : [];
  const runs = [...others.map((other) => runProgram(brought.source, PROGRAM_PATH, other, brought.config)), run];
  return compareRuns(tier, brought.config, [...others, contestant], runs, answer)[0] ?? null;
}
