import * as Flags from '@oclif/core/flags';
import { formatBytes } from '../base/byte-size.ts';
import { exitCodes } from '../base/errors.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';
import { runFlags } from './run-flags.ts';

const { param, allocator, stack, steps } = runFlags;

/** Finds the smallest heap limits with which a program completes. */
export default class Minheap extends LabCommand {
  static override summary = 'Find the min heap of a program: the smallest limit with which it completes, for each strategy.';
  static override description =
    'Bisects the limit in steps of 16 KiB, then runs 8 steps either side of the answer, because a larger heap need not be a safer one. The smallest of all is the ' +
    'reference for --heap 1x of shootout. Answers are remembered by a hash of the program and confirmed by two runs when they are used again.';
  static override args = {
    program: argument({ required: true, description: 'a workload or a Python file' }),
  };
  static override flags = {
    param,
    allocator,
    stack,
    steps,
    strategies: Flags.string({ char: 's', helpValue: 'A,B', summary: 'strategies to search for [default: all that free]' }),
    seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of everything random' }),
    'most-heap': Flags.string({ default: '256m', helpValue: 'SIZE', summary: 'the search ends here' }),
    jobs: Flags.string({ char: 'j', helpValue: 'N', summary: 'searches at the same time [default: as many as processors]' }),
    cache: Flags.boolean({ default: true, allowNo: true, summary: 'remember answers' }),
  };
  static override examples = ['<%= config.bin %> minheap gcbench --strategies mark-sweep,semispace'];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Minheap);
    const choices = await import('../shootout/choices.ts');
    const { loadProfile, defaultProfileName } = await import('../cell/cost-profile.ts');
    const { chooseContest, referenceCells } = await import('../shootout/prepare.ts');
    const { defaultCache, minHeaps } = await import('../shootout/min-heap.ts');
    const { columns } = await import('./text-layout.ts');
    const mostBytes = choices.parseHeap(flags['most-heap']);
    const limits = choices.checkLimits({
      heapBytes: mostBytes,
      stackBytes: choices.parseStack(flags.stack),
      stepLimit: choices.parseSteps(flags.steps),
      verify: false,
      stress: 0,
      profile: loadProfile(defaultProfileName),
      samples: false,
      oracle: false,
    });
    const contest = chooseContest({
      command: ['minheap', ...this.argv],
      programs: [args.program],
      params: choices.parseParams(flags.param ?? []),
      seeds: [choices.parseSeed(flags.seed)],
      strategies: flags.strategies ?? null,
      allocator: flags.allocator,
      limits,
      heaps: [],
      jitter: [],
      out: '',
    });
    const cells = referenceCells(contest.programs, contest.strategies, limits);
    const found = await minHeaps(cells, {
      jobs: choices.parseJobs(flags.jobs),
      mostBytes,
      cache: flags.cache ? defaultCache() : null,
    });
    const rows = cells.map(({ strategy, allocator: under }, index) => ({ strategy, allocator: under, found: found[index]! }));
    const complete = rows.filter((row) => row.found !== null);
    const reference = complete.length === 0 ? null : Math.min(...complete.map((row) => row.found.bytes));
    this.log(
      columns(
        [
          ['strategy', 'allocator', 'min heap', '× reference', 'above it'],
          ...rows.map((row) => [
            row.strategy,
            row.allocator,
            row.found === null ? `more than ${formatBytes(mostBytes)}` : formatBytes(row.found.bytes),
            row.found === null ? '-' : (row.found.bytes / reference!).toFixed(2),
            row.found === null || row.found.failingAbove.length === 0
              ? 'completes'
              : `FAILS with ${row.found.failingAbove.map(formatBytes).join(', ')}`,
          ]),
        ],
        [2, 3],
      ),
    );
    if (reference !== null)
      this.log(`\nReference min heap: ${formatBytes(reference)} (${reference} bytes), the smallest of them.`);
    else process.exitCode = exitCodes.outOfMemory;
    return {
      program: args.program,
      referenceBytes: reference,
      strategies: rows.map(({ strategy, allocator: under, found: heap }) => ({
        strategy,
        allocator: under,
        minHeapBytes: heap?.bytes ?? null,
        monotone: heap === null ? null : heap.failingAbove.length === 0,
        failingAbove: heap?.failingAbove ?? [],
      })),
    };
  }
}
