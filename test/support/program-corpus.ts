/**
 * The corpus of test/programs: Python programs beside what CPython printed for them (scripts/record-goldens.mjs records it),
 * and what of it a strategy must reproduce.
 *
 * A program states its tier in a header line `# tier: …`, A when it has none:
 * - A: blind to the time of death; the output is equal on every strategy.
 * - B: quiesced; equal on every strategy that reclaims cycles, since the program looks only after collecting.
 * - C: exact in time, sizes and collector answers; equal on the family that counts references and collects cycles.
 * `# strategies: a b` narrows further: only those reproduce the output, because it shows addresses or pages.
 * On a strategy that need not reproduce the output, a program must still run to an end without a fault of ours.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CellResult, CellSpec } from '../../src/cell/cell.ts';
import type { StrategyEntry } from '../../src/strategies/catalogue.ts';
import { cellSpec } from './cell-spec.ts';

export type Tier = 'A' | 'B' | 'C';

export interface CorpusProgram {
  /** `topic/name`. */
  readonly name: string;
  readonly topic: string;
  /** The folder, with a slash at its end; cut out of stderr before comparing. */
  readonly folder: string;
  readonly file: string;
  readonly source: string;
  readonly tier: Tier;
  /** Strategies that the header narrows the comparison to; null when it does not. */
  readonly only: readonly string[] | null;
  readonly stdout: string;
  /** Last line of stderr; null when there was none. */
  readonly lastError: string | null;
  /** All of stderr, where the program asks for that. */
  readonly fullError: string | null;
  readonly exitCode: number;
}

/** Strategies whose deaths come when CPython's do. */
const EXACT: readonly string[] = ['arena-pools', 'refcount-cycle'];
/** Strategies that leave cycles lying. */
const LEAKS_CYCLES: readonly string[] = ['refcount', 'no-gc'];

const HEAP_BYTES = 512 * 1024 * 1024;
const STACK_BYTES = 64 * 1024 * 1024;
const STEP_LIMIT = 30_000_000;

const corpusFolder = fileURLToPath(new URL('../programs/', import.meta.url));
const knownFailuresFile = join(corpusFolder, 'known-failures.txt');

/** Folders that hold recorded programs, in order of name. */
export function topics(): readonly string[] {
  return readdirSync(corpusFolder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(join(corpusFolder, each.name, 'VERSION')))
    .map((each) => each.name)
    .sort();
}

export function programsOf(topic: string): readonly CorpusProgram[] {
  return readdirSync(join(corpusFolder, topic))
    .filter((each) => each.endsWith('.py') && !each.startsWith('_'))
    .sort()
    .map((each) => readProgram(topic, each.slice(0, -'.py'.length)));
}

/** Golden files whose program is gone. */
export function orphansOf(topic: string): readonly string[] {
  const files = readdirSync(join(corpusFolder, topic));
  return files
    .map((each) => [each, /^(.+)\.(?:out|err|err\.full|exit)$/u.exec(each)?.[1]] as const)
    .filter(
      ([, stem]) => stem !== undefined && !files.includes(`${stem}.py`) && !files.includes(`${stem.replace(/\.err$/u, '')}.py`),
    )
    .map(([each]) => `${topic}/${each}`);
}

/** What CPython each folder was recorded with. */
export function versionOf(topic: string): string {
  return readFileSync(join(corpusFolder, topic, 'VERSION'), 'utf8');
}

function readProgram(topic: string, stem: string): CorpusProgram {
  const folder = join(corpusFolder, topic, '/');
  const read = (ending: string): string | null => {
    const path = `${folder}${stem}${ending}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const source = read('.py') ?? '';
  const tier = /^# tier: ([ABC])$/mu.exec(source)?.[1] ?? 'A';
  return {
    name: `${topic}/${stem}`,
    topic,
    folder,
    file: `${folder}${stem}.py`,
    source,
    tier: tier as Tier,
    only: /^# strategies: (.+)$/mu.exec(source)?.[1]?.split(' ') ?? null,
    stdout: read('.out') ?? '',
    lastError: read('.err')?.trimEnd() ?? null,
    fullError: read('.err.full'),
    exitCode: Number(read('.exit') ?? '0'),
  };
}

/** Whether this strategy must print what CPython printed. */
export function mustReproduce(program: CorpusProgram, strategy: string): boolean {
  if (program.only !== null) return program.only.includes(strategy);
  if (program.tier === 'C') return EXACT.includes(strategy);
  return program.tier === 'A' || !LEAKS_CYCLES.includes(strategy);
}

export function specOf(program: CorpusProgram, strategy: StrategyEntry, own: Partial<CellSpec> = {}): CellSpec {
  return cellSpec({
    runId: `${program.name}.${strategy.name}.s1`,
    programName: program.name,
    source: program.source,
    path: relative(process.cwd(), program.file),
    strategy: strategy.name,
    allocator: strategy.allocator,
    heapBytes: HEAP_BYTES,
    stackBytes: STACK_BYTES,
    stepLimit: STEP_LIMIT,
    ...own,
  });
}

/** The first thing that differs from the golden, in a few lines; null when all is as it must be. */
export function difference(program: CorpusProgram, strategy: string, result: CellResult): string | null {
  if (result.status === 'bug') return `fault of heaplab: ${result.stderr.slice(0, 600)}`;
  if (!mustReproduce(program, strategy)) return result.status === 'limit' ? 'the step limit ended it' : null;
  const cut = (text: string): string =>
    text.replaceAll(program.folder, '').replaceAll(`${relative(process.cwd(), program.folder)}/`, '');
  const stderr = cut(result.stderr);
  if (result.stdout !== program.stdout) return firstDifference('stdout', program.stdout, result.stdout, stderr);
  if (program.fullError !== null && stderr !== program.fullError) {
    return firstDifference('stderr', program.fullError, stderr, '');
  }
  const last = stderr.trimEnd() === '' ? null : (stderr.trimEnd().split('\n').at(-1) ?? null);
  if (last !== program.lastError) return `last line of stderr\n  golden ${program.lastError}\n  ours   ${last}`;
  if (result.exitCode !== program.exitCode) return `exit code: golden ${program.exitCode}, ours ${result.exitCode}`;
  return null;
}

function firstDifference(where: string, golden: string, ours: string, stderr: string): string {
  const left = golden.split('\n');
  const right = ours.split('\n');
  let line = 0;
  while (left[line] === right[line] && line < left.length) line++;
  const tail = stderr === '' ? '' : `\n  stderr ${stderr.trimEnd().split('\n').slice(-3).join('\n         ')}`;
  return `${where}, line ${line + 1}\n  golden ${left[line] ?? '(end)'}\n  ours   ${right[line] ?? '(end)'}${tail}`;
}

/** A number from a text, the same on every machine: which programs run under stress on which strategy follows from it. */
export function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Program name -> strategies on which it is known to fail. */
export type KnownFailures = ReadonlyMap<string, readonly string[]>;

/** Reads test/programs/known-failures.txt: a line is `topic/name` and the strategies, or `*` for all; `#` opens a remark. */
export function readKnownFailures(all: readonly string[]): KnownFailures {
  const lines = existsSync(knownFailuresFile) ? readFileSync(knownFailuresFile, 'utf8').split('\n') : [];
  const known = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [name, ...names] = line.trim().split(/\s+/u);
    if (name === undefined || name === '' || name.startsWith('#')) continue;
    known.set(name, names.includes('*') ? all : names);
  }
  return known;
}

/** Writes the list anew from what failed. */
export function writeKnownFailures(failed: KnownFailures, all: readonly string[]): void {
  const lines = [...failed]
    .filter(([, names]) => names.length > 0)
    .map(
      ([name, names]) => `${name} ${names.length === all.length ? '*' : all.filter((each) => names.includes(each)).join(' ')}`,
    )
    .sort();
  const head = [
    "# Programs whose output is not yet CPython's, with the strategies concerned (* is all). The test fails when a listed one passes.",
    '# Written anew by: HEAPLAB_UPDATE_KNOWN_FAILURES=1 npx vitest run test/interp/programs.test.ts',
  ];
  writeFileSync(knownFailuresFile, `${[...head, ...lines].join('\n')}\n`);
}
