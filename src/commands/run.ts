import * as Flags from '@oclif/core/flags';
import { exitCodes } from '../base/errors.ts';
import type { CellResult } from '../cell/cell.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';
import { runFlags } from './run-flags.ts';

/** Runs one program under one strategy. */
export default class Run extends LabCommand {
  static override summary = 'Run a Python program on the simulated heap.';
  static override description =
    'Prints what the program prints, and a memory summary on stderr. What stands after -- are the arguments of the program (sys.argv).';
  static override args = {
    program: argument({ required: true, description: 'a workload, a Python file, or - for a program on standard input' }),
  };
  static override flags = {
    ...runFlags,
    strategy: Flags.string({ char: 's', default: 'arena-pools', helpValue: 'NAME', summary: 'memory strategy' }),
    seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of everything random' }),
    stdin: Flags.string({ helpValue: 'FILE', summary: 'what the program reads from standard input; - passes heaplab’s own' }),
    trace: Flags.string({
      helpValue: 'FILE',
      summary:
        'write one line for each allocation, free, collection, finalizer and weak-reference callback; - is standard output',
    }),
    addresses: Flags.boolean({
      default: true,
      allowNo: true,
      summary: 'show addresses in the trace; without them the traces of two strategies can be compared line by line',
    }),
    'malloc-stats': Flags.boolean({
      summary: 'print the books of the allocator when the program ends, as sys._debugmallocstats does',
    }),
    quiet: Flags.boolean({ char: 'q', summary: 'no memory summary' }),
  };
  static override examples = [
    '<%= config.bin %> run tutorial-cycle --strategy refcount',
    '<%= config.bin %> run gcbench --param max_depth=12 --strategy semispace --heap 64m',
    '<%= config.bin %> run program.py --out result -- its own arguments',
    '<%= config.bin %> run program.py --trace events.txt --no-addresses',
  ];

  async run(): Promise<object> {
    const ownArgv = this.argv.includes('--') ? this.argv.slice(this.argv.indexOf('--') + 1) : [];
    const commandArgv = this.argv.includes('--') ? this.argv.slice(0, this.argv.indexOf('--')) : this.argv;
    const { args, flags } = await this.parse(Run, commandArgv);
    const choices = await import('../shootout/choices.ts');
    const { loadProfile } = await import('../cell/cost-profile.ts');
    const { runOne } = await import('../shootout/run-one.ts');
    const { parseContestant } = await import('../shootout/contestants.ts');
    const { openTrace } = await import('./trace-file.ts');
    const trace = flags.trace === undefined ? null : openTrace(flags.trace);
    const { result, directory } = await runOne({
      command: ['run', ...this.argv],
      program: args.program,
      argv: ownArgv,
      params: choices.parseParams(flags.param ?? []),
      seed: choices.parseSeed(flags.seed),
      strategy: parseContestant(flags.strategy, flags.allocator),
      limits: choices.checkLimits({
        heapBytes: choices.parseHeap(flags.heap),
        stackBytes: choices.parseStack(flags.stack),
        stepLimit: choices.parseSteps(flags.steps),
        python: flags.python as PythonVersion,
        verify: flags.verify,
        stress: choices.parseStress(flags.stress),
        profile: loadProfile(flags['cost-profile']),
        samples: !flags.quiet || flags.out !== undefined,
        summaryOnly: flags.out === undefined,
        oracle: flags.oracle,
      }),
      stdin: flags.stdin ?? null,
      out: flags.out ?? null,
      force: flags.force,
      watch: {
        trace: trace === null ? null : { file: trace.file, addresses: flags.addresses },
        mallocStats: flags['malloc-stats'],
      },
    }).finally(() => trace?.close());

    const { runSummary } = await import('./run-summary.ts');
    if (!this.jsonEnabled()) {
      process.stdout.write(result.stdout);
      process.stderr.write(result.stderr);
      if (!flags.quiet) process.stderr.write(runSummary(result, directory));
    }
    process.exitCode = exitCodeOf(result);
    const { runId, status, exitCode, stdout, stderr, run, collections, pauses } = result;
    const longestPauseCycles = pauses.reduce((longest, { cycles }) => Math.max(longest, cycles), 0);
    return { runId, status, exitCode, stdout, stderr, run, collections: collections.length, longestPauseCycles, directory };
  }
}

function exitCodeOf({ status, exitCode }: CellResult): number {
  switch (status) {
    case 'ok':
      return exitCode === 0 ? exitCodes.ok : exitCodes.programRaised;
    case 'error':
      return exitCodes.programRaised;
    case 'oom':
      return exitCodes.outOfMemory;
    case 'limit':
      return exitCodes.stepLimit;
    case 'bug':
      return exitCodes.internal;
  }
}
