/**
 * Speed, side by side: times the programs of bench/programs under a real CPython and under heaplab. See --help.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { logAverage, median } from 'simple-statistics';

const help = `Times the programs of bench/programs under CPython and under heaplab, alternately.

  node bench/run.ts --python FILE [PROGRAM ...] [-- ARGUMENT ...]

  --python FILE       the CPython to compare with (default python3.13)
  --strategy NAME     the strategy heaplab runs with (default arena-pools)
  --rounds N          rounds (default 5); each one runs every program once under each contender
  --heaplab FILE      the script that node runs (default bin/run.js when dist/ is there, else bin/dev.js)
  --also NAME=FILE    another Python to time, for example pypy=/usr/bin/pypy3; may be repeated
  --json FILE         writes every time as JSON
  --max-mean X        exit code 99 when heaplab's geometric mean is above X
  --max-ratio X       exit code 99 when heaplab's ratio is above X for a program
  ARGUMENT            goes to heaplab run as it is, for example --heap 1g

PROGRAM is a name without .py; without any, all are run.

What is timed is the whole process, by wall clock. An empty program is timed in the same rounds: its median is the start-up,
which is printed in a row of its own and subtracted from every other median of that contender. So a ratio compares running
and compiling a program, not loading Node or Python. Contenders take turns within a round, in an order that is turned each round, so
that a slow minute of the machine hits all of them. The first run of each program warms the file caches and is not counted.

A contender must print what CPython prints and end with exit code 0; otherwise its row says so, it counts in no mean, and the
exit code is 5.`;

const { values: flags, positionals } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3.13' },
    strategy: { type: 'string', default: 'arena-pools' },
    rounds: { type: 'string', default: '5' },
    heaplab: { type: 'string' },
    also: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    'max-mean': { type: 'string' },
    'max-ratio': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
  args: beforeDashes(),
  allowPositionals: true,
});

interface Contender {
  readonly name: string;
  readonly command: readonly string[];
  /** What follows the program on the command line. */
  readonly after: readonly string[];
}

interface Measured {
  /** Milliseconds of each counted run. */
  readonly times: number[];
  output: string | null;
  failure: string | null;
}

const startUp = 'start-up';
const programTimeoutMs = 120_000;

if (flags.help) {
  console.log(help);
} else {
  process.exitCode = run();
}

function run(): number {
  const rounds = Math.ceil(positiveNumber('rounds', flags.rounds));
  const programs = chosenPrograms();
  const contenders = allContenders();
  const folder = mkdtempSync(join(tmpdir(), 'heaplab-bench-'));
  const empty = join(folder, 'empty.py');
  writeFileSync(empty, '');
  try {
    const files = new Map([[startUp, empty], ...programs]);
    const measured = measure(contenders, files, rounds);
    report(contenders, [...files.keys()], measured);
    if (flags.json !== undefined) writeJson(flags.json, contenders, measured, rounds);
    return verdict(contenders, [...programs.keys()], measured);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Measured runs by contender name and program name. */
type Measurements = ReadonlyMap<string, ReadonlyMap<string, Measured>>;

function measure(contenders: readonly Contender[], files: ReadonlyMap<string, string>, rounds: number): Measurements {
  const measurements = new Map(
    contenders.map(({ name }) => [
      name,
      new Map([...files.keys()].map((program): [string, Measured] => [program, { times: [], output: null, failure: null }])),
    ]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const [program, file] of files) {
      for (let turn = 0; turn < contenders.length; turn++) {
        const contender = contenders[(turn + round) % contenders.length]!;
        const measured = measurements.get(contender.name)!.get(program)!;
        if (measured.failure !== null) continue;
        const { milliseconds, output, failure } = runOnce(contender, file);
        measured.output ??= output;
        measured.failure = failure ?? (measured.output === output ? null : 'its output changes');
        if (round > 0) measured.times.push(milliseconds);
      }
      progress(`round ${round} of ${rounds}: ${program}`);
    }
  }
  progress('');
  compareOutputs(contenders, measurements);
  return measurements;
}

/** One line on the terminal that the next one replaces; nothing where stderr is no terminal. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(50)}${line === '' ? '\r' : ''}`);
}

function runOnce(contender: Contender, file: string): { milliseconds: number; output: string; failure: string | null } {
  const [executable, ...before] = contender.command as [string, ...string[]];
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };
  const began = performance.now();
  const child = spawnSync(executable, [...before, file, ...contender.after], {
    env,
    encoding: 'utf8',
    timeout: programTimeoutMs,
  });
  const milliseconds = performance.now() - began;
  const failed = child.error !== undefined || child.status !== 0;
  const reason = child.error?.message ?? child.stderr.trim().split('\n').at(-1) ?? '';
  return { milliseconds, output: child.stdout ?? '', failure: failed ? `exit ${child.status}: ${reason}`.slice(0, 160) : null };
}

/** Marks what prints something else than the first contender, CPython. */
function compareOutputs(contenders: readonly Contender[], measurements: Measurements): void {
  const [reference, ...others] = contenders.map(({ name }) => measurements.get(name)!);
  for (const other of others) {
    for (const [program, measured] of other) {
      if (measured.failure === null && measured.output !== reference!.get(program)!.output)
        measured.failure = 'its output differs';
    }
  }
}

function report(contenders: readonly Contender[], programs: readonly string[], measurements: Measurements): void {
  const [reference, ...others] = contenders.map(({ name }) => name) as [string, ...string[]];
  const header = ['program', `${reference} ms`, ...others.flatMap((name) => [`${name} ms`, 'ratio'])];
  const rows = programs.map((program) => {
    const cells = [program, shown(timeOf(measurements, reference, program))];
    for (const name of others) {
      const ratio = program === startUp ? null : ratioOf(measurements, name, program);
      cells.push(shown(timeOf(measurements, name, program)), ratio === null ? '' : ratio.toFixed(2));
    }
    return cells;
  });
  const means = others.flatMap((name) => {
    const ratios = ratiosOf(measurements, name, programs);
    return ['', ratios.length === 0 ? 'none' : logAverage(ratios).toFixed(2)];
  });
  printTable([header, ...rows, ['geometric mean', '', ...means]]);
  console.log('\nMedians of whole processes, less the start-up of the same contender. Ratio: time / CPython time.');
  for (const name of contenders.map((contender) => contender.name)) {
    for (const [program, { failure }] of measurements.get(name)!)
      if (failure !== null) console.log(`${name} failed ${program}: ${failure}`);
  }
}

/** The median of a program, less the start-up; of the start-up itself, its median. Null when it failed. */
function timeOf(measurements: Measurements, contender: string, program: string): number | null {
  const measured = measurements.get(contender)!.get(program)!;
  const empty = measurements.get(contender)!.get(startUp)!;
  if (measured.failure !== null || empty.failure !== null) return null;
  if (program === startUp) return median(measured.times);
  // On a noisy machine a program that does next to nothing may come out below the start-up.
  return Math.max(1, median(measured.times) - median(empty.times));
}

function ratioOf(measurements: Measurements, contender: string, program: string): number | null {
  const reference = measurements.keys().next().value as string;
  const time = timeOf(measurements, contender, program);
  const compared = timeOf(measurements, reference, program);
  return time === null || compared === null ? null : time / compared;
}

function ratiosOf(measurements: Measurements, contender: string, programs: readonly string[]): number[] {
  return programs
    .filter((program) => program !== startUp)
    .flatMap((program) => ratioOf(measurements, contender, program) ?? []);
}

function verdict(contenders: readonly Contender[], programs: readonly string[], measurements: Measurements): number {
  const failures = [...measurements.values()].flatMap((runs) => [...runs.values()].filter(({ failure }) => failure !== null));
  if (failures.length > 0) return 5;
  const heaplab = contenders[1]!.name;
  const ratios = ratiosOf(measurements, heaplab, programs);
  const limits: [string, number][] = [
    ['max-mean', logAverage(ratios)],
    ['max-ratio', Math.max(...ratios)],
  ];
  let code = 0;
  for (const [flag, value] of limits) {
    const limit = flags[flag as 'max-mean' | 'max-ratio'];
    if (limit === undefined || value <= positiveNumber(flag, limit)) continue;
    console.log(`${heaplab}: ${value.toFixed(2)} is above --${flag} ${limit}`);
    code = 99;
  }
  return code;
}

function writeJson(file: string, contenders: readonly Contender[], measurements: Measurements, rounds: number): void {
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  const results = contenders.map(({ name }) => ({
    name,
    programs: Object.fromEntries(
      [...measurements.get(name)!].map(([program, { times, failure }]) => [program, { times, failure }]),
    ),
  }));
  writeFileSync(file, `${JSON.stringify({ unit: 'ms', rounds, machine, results }, null, 2)}\n`);
}

function allContenders(): readonly Contender[] {
  const root = new URL('../', import.meta.url);
  const built = existsSync(new URL('dist/commands/catalogue.js', root));
  const script = flags.heaplab ?? fileURLToPath(new URL(built ? 'bin/run.js' : 'bin/dev.js', root));
  const heaplab = [process.execPath, script, 'run'];
  const others = flags.also.map((pair) => {
    const [name, executable] = pair.split(/=(.*)/su);
    if (name === undefined || executable === undefined || name === '') fail(`--also ${pair} is not NAME=FILE`);
    return { name, command: [executable], after: [] };
  });
  return [
    { name: 'CPython', command: [flags.python], after: [] },
    { name: flags.strategy, command: heaplab, after: ['--strategy', flags.strategy, ...afterDashes()] },
    ...others,
  ];
}

function chosenPrograms(): Map<string, string> {
  const folder = fileURLToPath(new URL('./programs/', import.meta.url));
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file): [string, string] => [basename(file, '.py'), join(folder, file)]);
  const names = all.map(([name]) => name);
  for (const name of positionals)
    if (!names.includes(name)) fail(`there is no program '${name}'; there are ${names.join(', ')}`);
  return new Map(positionals.length === 0 ? all : all.filter(([name]) => positionals.includes(name)));
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)));
    console.log(cells.join('  ').trimEnd());
  }
}

function shown(milliseconds: number | null): string {
  return milliseconds === null ? 'failed' : milliseconds.toFixed(0);
}

function positiveNumber(flag: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) fail(`--${flag} ${text} is not a number above 0`);
  return value;
}

function beforeDashes(): string[] {
  const dashes = process.argv.indexOf('--');
  return process.argv.slice(2, dashes < 0 ? undefined : dashes);
}

function afterDashes(): string[] {
  const dashes = process.argv.indexOf('--');
  return dashes < 0 ? [] : process.argv.slice(dashes + 1);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
