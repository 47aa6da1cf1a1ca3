/** What a fit is made from and checked against: how often each event was counted on the simulated machine, and how long a real CPython took for the same. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LabBug, UserError } from '../base/errors.ts';
import { codeFile } from '../base/package-files.ts';
import type { CellSpec } from '../cell/cell.ts';
import { defaultProfileName, loadProfile } from '../cell/cost-profile.ts';
import { runCell } from '../cell/run-cell.ts';
import { EVENT, EVENTS, type EventName } from '../heap/clock.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import { findWorkload, workloadSource } from '../workloads/catalogue.ts';

/** A strategy and the CPython that does the same: which allocator, and whether its cycle collector runs. */
export interface Counterpart {
  readonly strategy: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly collects: boolean;
}

export const counterparts: readonly Counterpart[] = [
  { strategy: 'arena-pools', environment: {}, collects: true },
  { strategy: 'refcount-cycle', environment: { PYTHONMALLOC: 'malloc' }, collects: true },
  { strategy: 'refcount', environment: { PYTHONMALLOC: 'malloc' }, collects: false },
];

export interface Sample {
  readonly strategy: string;
  readonly name: string;
  /** Counts in the order of EVENTS. */
  readonly counts: Float64Array;
  /** Processor time of the shortest of several rounds, in nanoseconds. */
  readonly nanoseconds: number;
}

/** A program to measure. With `calls`, what is measured is `main(calls)` alone; else the whole program. */
interface Probe {
  readonly name: string;
  readonly source: string;
  readonly calls: number | null;
  /** Says so of a program that calls the cycle collector itself. */
  readonly collects: boolean;
}

/** Iterations of a microbenchmark: CPython needs 5-50 ms for them. */
const CALLS = 60_000;
const folder = fileURLToPath(codeFile('workloads/calibration/'));

/** The microbenchmarks of the fit: each asks for much of one event and little of the others. */
export function microbenchmarks(): Probe[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => {
      const source = readFileSync(`${folder}${file}`, 'utf8').replaceAll('\r\n', '\n');
      return { name: file.slice(0, -3).replaceAll('_', '-'), source, calls: CALLS, collects: source.includes('import gc') };
    });
}

/** Workloads that join the fit: microbenchmarks keep every cache warm and every branch foreseen, as programs do not. */
const fitted = ['closures', 'exceptions', 'interpreter-toy', 'json-like', 'list-churn', 'sessions'];
/** Workloads that no fit has seen. */
const heldOut = ['binary-trees', 'deltablue', 'gcbench', 'lru-cache', 'nbody', 'nqueens', 'richards', 'splay', 'word-count'];

export function fittedPrograms(): Probe[] {
  return fitted.map(program);
}

export function heldOutPrograms(): Probe[] {
  return heldOut.map(program);
}

function program(name: string): Probe {
  const source = workloadSource(findWorkload(name));
  return { name, source, calls: null, collects: source.includes('import gc') };
}

/** Reads one probe and its number of rounds from standard input; prints the nanoseconds of processor time of the shortest round. */
const TIMER = `
import gc, json, os, sys, time
request = json.load(sys.stdin)
out = sys.stdout
sys.stdout = open(os.devnull, "w")
code = compile(request["source"], "probe.py", "exec")
best = None
for _ in range(request["rounds"]):
    space = {"__name__": "__main__"}
    if request["calls"] is not None:
        exec(code, space)
    gc.collect()
    if not request["collects"]:
        gc.disable()
    begin = time.process_time_ns()
    if request["calls"] is None:
        exec(code, space)
    else:
        space["main"](request["calls"])
    took = time.process_time_ns() - begin
    space.clear()
    best = took if best is None else min(best, took)
print(best, file=out)
`;

function timeOnPython(python: string, probe: Probe, { environment, collects }: Counterpart, rounds: number): number {
  const { status, stdout, stderr } = spawnSync(python, ['-c', TIMER], {
    input: JSON.stringify({ source: probe.source, calls: probe.calls, rounds, collects }),
    encoding: 'utf8',
    env: { ...process.env, PYTHONHASHSEED: '0', ...environment },
    maxBuffer: 1 << 24,
  });
  const nanoseconds = Number(stdout.trim());
  if (status === 0 && nanoseconds > 0) return nanoseconds;
  throw new UserError(`${python} could not run ${probe.name}: ${stderr.trim().split('\n').at(-1) ?? ''}`, {
    hint: 'give a working CPython 3.13 with --python',
  });
}

function countEvents(source: string, strategy: string): Float64Array {
  const spec: CellSpec = {
    runId: 'calibration',
    programName: 'calibration',
    source,
    path: 'probe.py',
    argv: [],
    params: {},
    seed: 1,
    strategy,
    allocator: findStrategy(strategy).allocator,
    heapBytes: 512 * 1024 * 1024,
    stackBytes: 16 * 1024 * 1024,
    stepLimit: 1_000_000_000,
    verify: false,
    stress: 0,
    profile: loadProfile(defaultProfileName),
    heapFactor: null,
    samples: false,
    oracle: false,
    stdin: null,
    wantStdout: false,
  };
  const { status, stderr, counters } = runCell(spec);
  if (status !== 'ok') throw new LabBug(`a calibration program ended with ${status}: ${stderr}`);
  const counts = new Float64Array(EVENTS.length);
  for (const { event, count } of counters) counts[EVENT[event as EventName]] = count;
  return counts;
}

/** Counts and times one probe; null where the counterpart cannot run it: without its collector, cycles stay. */
export function sample(python: string, probe: Probe, counterpart: Counterpart, rounds: number): Sample | null {
  if (probe.collects && !counterpart.collects) return null;
  const { strategy } = counterpart;
  const { name, source, calls } = probe;
  const whole = countEvents(calls === null ? source : `${source}\nmain(${calls})\n`, strategy);
  // What the start and the end of a program cost is in both.
  const rest = countEvents(calls === null ? '' : `${source}\nmain(0)\n`, strategy);
  const counts = whole.map((count, event) => Math.max(0, count - rest[event]!));
  return { strategy, name, counts, nanoseconds: timeOnPython(python, probe, counterpart, rounds) };
}
