import * as Flags from '@oclif/core/flags';
import type { InferredFlags } from '@oclif/core/interfaces';
import { formatBytes } from '../base/byte-size.ts';
import { exitCodes, UserError } from '../base/errors.ts';
import type { CellSpec } from '../cell/cell.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import type { Report as RenderedReport } from '../report/report.ts';
import type { MinHeap } from '../shootout/min-heap.ts';
import type { PlanFile } from '../shootout/plan-file.ts';
import type { Contest } from '../shootout/prepare.ts';
import type { ShootoutOutcome } from '../shootout/run-shootout.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';
import { runFlags } from './run-flags.ts';

type ShootoutFlags = InferredFlags<typeof Shootout.flags>;

/** Compares strategies over programs: the main job. */
export default class Shootout extends LabCommand {
  static override summary = 'Compare memory strategies over programs: metrics, charts and a verdict.';
  static override description =
    'Runs every program under every strategy, writes a run folder with CSV files and charts, and prints a ranking. Without arguments it ' +
    'runs a default set of workloads. Ctrl-C keeps what has ended so far and marks the folder as interrupted; --resume goes on, even after a kill.';
  static override args = {
    programs: argument({ multiple: true, description: 'workloads or Python files' }),
  };
  static override flags = {
    ...runFlags,
    strategies: Flags.string({
      char: 's',
      helpValue: 'A,B',
      summary: 'strategies to compare; NAME+ALLOCATOR swaps one allocator',
    }),
    heap: Flags.string({
      default: '256m',
      helpValue: 'A,B',
      summary: 'heap limits, such as 8m, or multiples of the min heap, such as 1x,1.5x,2x',
    }),
    'most-heap': Flags.string({ default: '256m', helpValue: 'SIZE', summary: 'the search for a min heap ends here' }),
    jitter: Flags.string({
      default: '1',
      helpValue: 'N',
      summary: 'replicates of each heap limit: the limit itself and N - 1 within 3 % of it',
    }),
    seeds: Flags.string({ default: '1', helpValue: 'N', summary: 'seeds of the random workloads: how many, 4..9 or 1,5,7' }),
    plan: Flags.string({
      helpValue: 'FILE',
      summary: 'an experiment in YAML or JSON; the flags of this command override what it says',
    }),
    resume: Flags.boolean({ summary: 'go on with a shootout of --out that was broken off' }),
    jobs: Flags.string({ char: 'j', helpValue: 'N', summary: 'cells at the same time [default: as many as processors]' }),
    charts: Flags.boolean({ default: true, allowNo: true, summary: 'draw the charts of the run folder' }),
    progress: Flags.boolean({ default: true, allowNo: true, summary: 'show progress on stderr' }),
  };
  static override examples = [
    '<%= config.bin %> shootout',
    '<%= config.bin %> shootout gcbench splay --strategies mark-sweep,semispace --heap 32m --out result',
    '<%= config.bin %> shootout mutator --seeds 5',
    '<%= config.bin %> shootout --plan experiment.yaml --out result --resume',
  ];

  async run(): Promise<object> {
    const parsed = await this.parse(Shootout);
    const plan = await planOf(parsed.flags.plan);
    const flags = overridden(parsed.flags, parsed.metadata.flags, plan.flags);
    const named = parsed.args.programs ?? [];
    try {
      return await this.shoot(flags, named, plan);
    } catch (error) {
      const { placedError } = await import('../shootout/plan-file.ts');
      const given = Object.entries(parsed.metadata.flags).filter(([, flag]) => flag?.setFromDefault !== true);
      throw placedError(error, plan, new Set(given.map(([name]) => name)));
    }
  }

  private async shoot(flags: ShootoutFlags, named: readonly string[], plan: PlanFile): Promise<object> {
    const choices = await import('../shootout/choices.ts');
    const { loadProfile } = await import('../cell/cost-profile.ts');
    const { chooseContest, planContest } = await import('../shootout/prepare.ts');
    const { runShootout } = await import('../shootout/run-shootout.ts');
    const { rankStrategies } = await import('../shootout/ranking.ts');
    const { createRunFolder, runFolder } = await import('../results/run-folder.ts');
    const { refuseOccupied } = await import('../results/whole-folder.ts');
    const { overheadRows } = await import('../results/overhead.ts');
    const { parseHeaps, parseJitter } = await import('../shootout/heap-choices.ts');
    const { Journal } = await import('../shootout/journal.ts');
    const { showProgress, silent } = await import('./progress.ts');
    const { listenForInterrupt } = await import('./interrupt.ts');

    const jobs = choices.parseJobs(flags.jobs);
    const heaps = parseHeaps(flags.heap);
    const request = {
      command: ['shootout', ...this.argv],
      programs: named.length > 0 ? named : plan.programs,
      params: { ...choices.parseParams(plan.params), ...choices.parseParams(flags.param ?? []) },
      seeds: choices.parseSeeds(flags.seeds),
      strategies: flags.strategies ?? null,
      allocator: flags.allocator,
      limits: choices.checkLimits({
        heapBytes: Math.max(...heaps.map(({ bytes }) => bytes ?? choices.parseHeap(flags['most-heap']))),
        stackBytes: choices.parseStack(flags.stack),
        stepLimit: choices.parseSteps(flags.steps),
        python: flags.python as PythonVersion,
        verify: flags.verify,
        stress: choices.parseStress(flags.stress),
        profile: loadProfile(flags['cost-profile']),
        samples: true,
        oracle: flags.oracle,
      }),
      heaps,
      jitter: parseJitter(flags.jitter),
      out: flags.out ?? null,
    };
    for (const { bytes } of heaps) if (bytes !== null) choices.checkLimits({ ...request.limits, heapBytes: bytes });
    const contest = chooseContest(request);
    if (flags.resume && flags.out === undefined) {
      throw new UserError('--resume needs --out: it goes on with the shootout of that folder', {
        hint: 'see runs/ for the last one',
      });
    }
    const journal = Journal.open(contest.out, flags);
    // Before the search for min heaps, which takes its time.
    await refuseOccupied(contest.out, runFolder, flags.force || flags.resume);
    const prepared = planContest(contest, request, await this.references(contest, request.limits.heapBytes, jobs));
    const folder = await createRunFolder(contest.out, prepared.description, { force: flags.force || flags.resume });
    const interrupt = listenForInterrupt(() => folder.abandon());
    const cells = prepared.groups.reduce((total, group) => total + group.cells.length, 0);
    const progress = flags.progress && !this.jsonEnabled() ? await showProgress(cells) : silent;
    let outcome: ShootoutOutcome;
    try {
      outcome = await runShootout(prepared.groups, {
        jobs,
        sink: folder,
        journal,
        signal: interrupt.signal,
        onStart: progress.started,
        onEnd: progress.ended,
      });
      if (outcome.missing > 0 && outcome.runs.length === 0) {
        throw new UserError('interrupted before a cell had ended: nothing was kept', { exitCode: exitCodes.interrupted });
      }
      await folder.addOverheads(overheadRows(outcome.runs.map(({ run }) => run)));
      await folder.finish(outcome.missing > 0 ? 'interrupted' : 'complete');
      if (outcome.missing === 0) journal.remove();
    } catch (error) {
      await folder.abandon();
      throw error;
    } finally {
      progress.stop();
      interrupt.stop();
    }
    const interrupted = outcome.missing > 0;
    const ranking = rankStrategies(outcome.runs, contest.expected);
    const { failed, diverged } = outcome;
    process.exitCode = exitCodeOf(outcome);
    if (!this.jsonEnabled()) {
      const { faultLines, rankingTable } = await import('./ranking-text.ts');
      process.stderr.write(faultLines(outcome));
      this.log(rankingTable(ranking));
    }
    const report = flags.charts && !interrupted && outcome.runs.length > 0 ? await drawCharts(contest.out) : null;
    if (!this.jsonEnabled()) {
      this.log(`Results in ${contest.out}${report === null ? '' : `; charts in ${report.directory}/index.html`}`);
      this.log(ranking.verdict);
      if (ranking.profileNote !== '') this.log(ranking.profileNote);
    }
    return { directory: contest.out, interrupted, ranking, failed, diverged, missing: outcome.missing, report };
  }

  /** Min heaps for limits that are multiples of them. */
  private async references({ references }: Contest, mostBytes: number, jobs: number): Promise<(MinHeap | null)[]> {
    if (references.length === 0) return [];
    const { defaultCache, minHeaps } = await import('../shootout/min-heap.ts');
    const note = (text: string): void => {
      if (!this.jsonEnabled()) process.stderr.write(text);
    };
    note(`heaplab: looking for ${references.length} min heaps\n`);
    const onFound = (cell: CellSpec, found: MinHeap | null): void =>
      note(`[min heap] ${cell.runId}: ${found === null ? 'does not complete' : formatBytes(found.bytes)}\n`);
    return minHeaps(references, { jobs, mostBytes, cache: defaultCache(), onFound });
  }
}

async function planOf(file: string | undefined): Promise<PlanFile> {
  if (file === undefined) return { programs: [], params: [], flags: {}, places: {} };
  const { readPlanFile } = await import('../shootout/plan-file.ts');
  return readPlanFile(file);
}

/** What the plan says, where the command line does not. */
function overridden<F extends object>(
  flags: F,
  given: Readonly<Record<string, { setFromDefault?: boolean } | undefined>>,
  plan: PlanFile['flags'],
): F {
  const merged = { ...flags } as Record<string, unknown>;
  for (const [name, value] of Object.entries(plan)) {
    if (merged[name] === undefined || given[name]?.setFromDefault || !(name in given)) merged[name] = value;
  }
  return merged as F;
}

async function drawCharts(directory: string): Promise<RenderedReport> {
  const { renderReport } = await import('../report/report.ts');
  return renderReport(directory);
}

/** One code for the whole: our own faults first, then what the user should look at. Out of memory is a result, unless it is the only one. */
function exitCodeOf({ runs, failed, diverged, missing }: ShootoutOutcome): number {
  const endedWith = (status: string): boolean => runs.some(({ run }) => run.status === status);
  if (failed.length > 0) return exitCodes.internal;
  if (missing > 0) return exitCodes.interrupted;
  if (diverged.length > 0) return exitCodes.disagreement;
  if (endedWith('error')) return exitCodes.programRaised;
  if (endedWith('step-limit')) return exitCodes.stepLimit;
  return endedWith('ok') ? exitCodes.ok : exitCodes.outOfMemory;
}
