/**
 * What measuring costs on this host: `node bench/shootout.ts`. Wall and processor time, so never part of a result.
 *
 * Three variants of one shootout run side by side, each in a process of its own, in turns: the programs alone (no samples, nothing written), the shootout, and the shootout with
 * `--oracle`. Then the memory of the processes, main and workers, under several heap limits and numbers of workers, and over a run of many cells.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from 'simple-statistics';
import { loadProfile } from '../src/cell/cost-profile.ts';
import { DEFAULT_PYTHON } from '../src/interp/python-version.ts';
import { overheadRows } from '../src/results/overhead.ts';
import { createRunFolder } from '../src/results/run-folder.ts';
import { Journal } from '../src/shootout/journal.ts';
import { chooseContest, planContest, type ShootoutRequest } from '../src/shootout/prepare.ts';
import { runShootout } from '../src/shootout/run-shootout.ts';
import { defaultShootout, findWorkload, smallParamValues } from '../src/workloads/catalogue.ts';
import { Processes } from './processes.ts';

const help = `usage: node bench/shootout.ts [option ...] [PROGRAM ...]

  --part NAME       time, memory, cells or all (default all)
  --rounds N        rounds of the three variants (default 3; the median counts)
  --small           programs with their small parameters
  --cells N         cells of the long run (default 1000)
  --check           exit code 99 when a bound does not hold

Without programs: the default shootout. Bounds: processor time of the shootout at most 1.2 times that of the programs alone, with --oracle at most 4 times;
memory of all processes at most the heap limit and 150 MB for each worker; over the long run it stays flat.`;

const OFF_MOST = 1.2;
const ON_MOST = 4;
const WORKER_MB = 150;
/** From the first half of a strategy's cells to the second memory may grow by this share. */
const GROWTH_MOST = 0.1;
const MIB = 1024 * 1024;

type Variant = 'plain' | 'shootout' | 'oracle';

interface Job {
  readonly variant: Variant;
  readonly programs: readonly string[];
  readonly small: boolean;
  readonly heapBytes: number;
  readonly seeds: number;
  readonly jobs: number;
}

interface Outcome {
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly cells: number;
  readonly finished: number;
  /** By strategy, in the order in which they ran: the most resident memory after a cell of the first and of the second half, and the least heap of the main thread. In MB. */
  readonly course: readonly {
    readonly strategy: string;
    readonly halves: readonly [number, number];
    readonly mainMb: number;
  }[];
  /** Bytes of CSV written while the last cells were still to run. */
  readonly streamedBytes: number;
}

const { values: flags, positionals } = parseArgs({
  options: {
    part: { type: 'string', default: 'all' },
    rounds: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    cells: { type: 'string', default: '1000' },
    check: { type: 'boolean', default: false },
    child: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});

if (flags.help) console.log(help);
else if (flags.child !== undefined) console.log(JSON.stringify(await measured(JSON.parse(flags.child) as Job)));
else process.exitCode = report();

/** Runs the job in this process. */
async function measured({ variant, programs, small, heapBytes, seeds, jobs }: Job): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'heaplab-bench-'));
  const out = join(folder, 'out');
  try {
    const names = programs.length > 0 ? programs : small ? defaultShootout.map(({ name }) => name) : [];
    const given = small ? Object.assign({}, ...names.map((name) => smallParamValues(findWorkload(name)))) : {};
    const request: ShootoutRequest = {
      command: ['shootout'],
      programs: names,
      params: Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (name === 'seed' ? [] : [[name, String(value)]])),
      ),
      seeds: Array.from({ length: seeds }, (_, index) => index + 1),
      strategies: null,
      allocator: undefined,
      limits: {
        heapBytes,
        stackBytes: 16 * MIB,
        stepLimit: 1_000_000_000,
        python: DEFAULT_PYTHON,
        verify: false,
        stress: 0,
        profile: loadProfile('flat'),
        samples: variant !== 'plain',
        oracle: variant === 'oracle',
      },
      heaps: [{ label: '', bytes: heapBytes, factor: null }],
      jitter: [{ no: 1, scale: 1 }],
      out,
    };
    const { groups, description } = planContest(chooseContest(request), request, []);
    const cells = groups.reduce((sum, group) => sum + group.cells.length, 0);
    const processes = new Processes();
    const course = new Map<string, { ended: number; halves: [number, number]; mainMb: number }>();
    let streamedBytes = 0;
    let ended = 0;
    const onEnd = ({ strategy }: { readonly strategy: string }): void => {
      ended++;
      const own = course.get(strategy) ?? { ended: 0, halves: [0, 0], mainMb: Number.POSITIVE_INFINITY };
      course.set(strategy, own);
      const half = ++own.ended <= groups.length / 2 ? 0 : 1;
      own.halves[half] = Math.max(own.halves[half], processes.look());
      own.mainMb = Math.min(own.mainMb, process.memoryUsage().heapUsed / MIB);
      if (ended === cells - jobs) streamedBytes = bytesBelow(folder);
    };
    const before = process.cpuUsage();
    const journal = Journal.open(out, { resume: false, force: false });
    const sink = variant === 'plain' ? null : await createRunFolder(out, description, { force: false });
    const { runs } = await runShootout(groups, { jobs, sink: sink ?? { addKept: async () => {} }, journal, onEnd });
    if (sink !== null) {
      await sink.addOverheads(overheadRows(runs.map(({ run }) => run)));
      await sink.finish('complete');
    }
    journal.remove();
    const finished = runs.filter(({ run }) => run.status === 'ok').length;
    const { user, system } = process.cpuUsage(before);
    return {
      cpuMs: (user + system) / 1000 + processes.cpuMs(),
      peakMb: processes.peakMb,
      cells,
      finished,
      course: [...course].map(([strategy, { halves, mainMb }]) => ({ strategy, halves, mainMb })),
      streamedBytes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of the CSV files below a folder, the journal's left out. */
function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function run(job: Partial<Job>): Outcome {
  const whole: Job = {
    variant: 'shootout',
    programs: positionals,
    small: flags.small,
    heapBytes: 256 * MIB,
    seeds: 1,
    jobs: 1,
    ...job,
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--child', JSON.stringify(whole)],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  );
  if (status !== 0) throw new Error(`a variant ended with exit code ${status}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Outcome;
}

function report(): number {
  console.log(
    `node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]!.toFixed(1)}`,
  );
  const parts = flags.part === 'all' ? ['time', 'memory', 'cells'] : [flags.part];
  const holds = parts.map((part) => {
    if (part === 'time') return reportTime();
    if (part === 'memory') return reportMemory();
    if (part === 'cells') return reportCells();
    throw new Error(`there is no part '${part}': there are time, memory and cells`);
  });
  return flags.check && holds.includes(false) ? 99 : 0;
}

function verdict(what: string, value: number, most: number, unit: string): boolean {
  const holds = value <= most;
  console.log(`${holds ? 'ok  ' : 'OVER'}  ${what}: ${value.toFixed(2)}${unit}, bound ${most.toFixed(2)}${unit}`);
  return holds;
}

function reportTime(): boolean {
  const times = new Map<Variant, number[]>([
    ['plain', []],
    ['shootout', []],
    ['oracle', []],
  ]);
  let cells = 0;
  for (let round = 0; round < Number(flags.rounds); round++) {
    for (const [variant, list] of times) {
      const outcome = run({ variant });
      cells = outcome.cells;
      list.push(outcome.cpuMs);
    }
  }
  const [plain, off, on] = [...times.values()].map((list) => median(list)) as [number, number, number];
  console.log(`\n${cells} cells, median processor time of ${flags.rounds} rounds in turns, one worker`);
  console.log(
    `plain ${(plain / 1000).toFixed(1)} s, shootout ${(off / 1000).toFixed(1)} s, with --oracle ${(on / 1000).toFixed(1)} s`,
  );
  const offHolds = verdict('shootout over the programs alone', off / plain, OFF_MOST, '×');
  return verdict('with --oracle', on / plain, ON_MOST, '×') && offHolds;
}

function reportMemory(): boolean {
  console.log('\nmost resident memory of the process');
  let holds = true;
  for (const heapMb of [32, 256]) {
    for (const jobs of [1, 2]) {
      for (const variant of ['shootout', 'oracle'] as const) {
        const { peakMb, cells, finished } = run({ variant, heapBytes: heapMb * MIB, jobs });
        const what = `heap ${heapMb} MB, ${jobs} worker${jobs > 1 ? 's' : ''}, ${variant} (${finished} of ${cells} cells finish)`;
        holds = verdict(what, peakMb, jobs * (heapMb + WORKER_MB), ' MB') && holds;
      }
    }
  }
  return holds;
}

function reportCells(): boolean {
  const strategies = 5;
  const { course, cells, streamedBytes, peakMb } = run({
    programs: ['mutator'],
    small: true,
    heapBytes: 32 * MIB,
    seeds: Math.ceil(Number(flags.cells) / strategies),
  });
  console.log(`\n${cells} cells, one worker; most of all ${peakMb.toFixed(0)} MB`);
  console.log(`CSV on disk before the last cell: ${(streamedBytes / MIB).toFixed(1)} MB`);
  let holds = streamedBytes > 0;
  for (const { strategy, halves, mainMb } of course) {
    const [first, second] = halves.map((mb) => mb.toFixed(0));
    const what = `${strategy}: most in its first half ${first} MB, in its second ${second} MB; least heap of the main thread ${mainMb.toFixed(0)} MB; growth`;
    holds = verdict(what, halves[1] / halves[0] - 1, GROWTH_MOST, '') && holds;
  }
  return holds;
}
