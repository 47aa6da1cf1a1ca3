/** The D oracle: which runs of one program must print the same, and whether they did. */
import type { Tier } from '../workloads/programs/block.ts';
import type { Contestant } from './contestant.ts';
import type { CPythonRun } from './cpython.ts';
import { type RunConfig, WIDE_HEAP_BYTES } from './fuzz-config.ts';
import type { ProgramRun } from './run-program.ts';
import type { Failure } from './signature.ts';

/** What of a run can be compared: its output, and how it ended. */
interface Shown {
  readonly who: string;
  readonly text: string;
  readonly end: string;
  /** Cyclic garbage is never collected, so the log of finalizers may be shorter. */
  readonly partialLog: boolean;
}

/** Failures of this program, one for each strategy that differs; `all` when they agree with each other and not with CPython. */
export function compareRuns(
  tier: Tier,
  config: RunConfig,
  contestants: readonly Contestant[],
  runs: readonly ProgramRun[],
  cpython: CPythonRun | null,
): Failure[] {
  const shown = runs.flatMap((run, index) => shownBy(tier, config, contestants[index], run));
  const reference: Shown | undefined =
    cpython === null || cpython.exitCode === -1
      ? shown.find(({ partialLog }) => !partialLog)
      : {
          who: 'CPython',
          text: canonical(cpython.stdout),
          end: endOf(cpython.exitCode === 0, cpython.stderr),
          partialLog: false,
        };
  if (reference === undefined) return [];
  const failures = shown.flatMap((each) => difference(each, reference));
  const all = failures.length > 1 && failures.length === shown.length && reference.who === 'CPython';
  const alike = all && new Set(shown.filter(({ partialLog }) => !partialLog).map(({ text, end }) => text + end)).size === 1;
  return alike ? [{ ...failures[0], strategy: 'all' }] : failures;
}

function shownBy(tier: Tier, config: RunConfig, contestant: Contestant, run: ProgramRun): Shown[] {
  if (run.status !== 'ok' && run.status !== 'error') return [];
  const { refcount, reclaimsCycles } = contestant.capabilities;
  if (tier === 'C') {
    const exact = refcount === 'eager' && reclaimsCycles && config.stress === 0 && config.heapBytes >= WIDE_HEAP_BYTES;
    if (!exact) return [];
  }
  const partialLog = tier === 'B' && !reclaimsCycles;
  return [{ who: run.strategy, text: canonical(run.stdout), end: endOf(run.status === 'ok', run.stderr), partialLog }];
}

/** Default reprs show addresses, which a reduced program may come to print. */
function canonical(text: string): string {
  return text.replace(/ at 0x[0-9a-f]+/g, ' at 0x…');
}

/** Warnings about what dies last, such as a coroutine that nobody awaited, come when a strategy knows of the death. */
const WARNING = /^(\S+:\d+: )?\w*Warning: /;

function endOf(ok: boolean, stderr: string): string {
  if (ok) return 'ok';
  const lines = stderr.split('\n').filter((line) => line !== '' && !WARNING.test(line));
  return canonical(lines.at(-1) ?? '');
}

function difference(each: Shown, reference: Shown): Failure[] {
  const fail = (cause: string, details: string): Failure[] => [
    {
      oracle: 'D',
      strategy: each.who,
      phase: 'run',
      object: '-',
      cause,
      details: `${details}\n(${each.who} beside ${reference.who})`,
    },
  ];
  if (each.end !== reference.end) return fail('ends differently', `ended with: ${each.end}\nnot with:   ${reference.end}`);
  const [mine, mineLog] = each.partialLog ? withoutLog(each.text) : [each.text, null];
  const [theirs, theirLog] = each.partialLog ? withoutLog(reference.text) : [reference.text, null];
  if (mine !== theirs) return fail('prints differently', firstDifference(mine, theirs));
  if (mineLog === null || theirLog === null || isPart(mineLog, theirLog)) return [];
  return fail('logs what the others do not', `log ${mineLog.join(', ')}\nnot ${theirLog.join(', ')}`);
}

function firstDifference(mine: string, theirs: string): string {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  const line = a.findIndex((text, index) => text !== b[index]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1} of the output: ${JSON.stringify(a[at] ?? null)}\nshould be:              ${JSON.stringify(b[at] ?? null)}`;
}

/** The output without the last line of the epilogue of tier B, and the entries of that line. */
function withoutLog(text: string): [string, string[] | null] {
  const at = text.lastIndexOf('log [');
  if (at < 0) return [text, null];
  return [text.slice(0, at), text.slice(at).match(/'[^']*'/g) ?? []];
}

function isPart(some: readonly string[], all: readonly string[]): boolean {
  const left = [...all];
  return some.every((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
