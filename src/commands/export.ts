import * as Flags from '@oclif/core/flags';
import { exitCodes, UserError } from '../base/errors.ts';
import type { CellStatus } from '../cell/cell.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';
import { runFlags } from './run-flags.ts';

const { param, allocator, heap, stack, steps, 'cost-profile': costProfile, python, stress } = runFlags;

/** Writes what a program's heap did as files for other tools. */
export default class Export extends LabCommand {
  static override summary = 'Write heap snapshots, traces and allocation profiles for other tools.';
  static override description =
    'Runs a program and writes a folder of files: heap snapshots for Chrome DevTools, a trace for Perfetto, bytes allocated by call stack for speedscope and ' +
    'flame graphs. Of a run folder it writes the trace of all its runs. Strings that the program prints are not shown.';
  static override args = {
    what: argument({ required: true, description: 'a workload, a Python file, or a run folder (--out of run or shootout)' }),
  };
  static override flags = {
    format: Flags.string({
      helpValue: 'A,B',
      summary: 'write these only: heapsnapshot, chrome-trace, speedscope, collapsed [default: all that apply]',
    }),
    at: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'LINE[:HIT]',
      summary:
        'take a heap snapshot when this line is about to run (for the HIT-th time); may be repeated. One is always taken at the end',
    }),
    collection: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'N',
      summary: 'take heap snapshots before and after the N-th collection; may be repeated',
    }),
    'program-only': Flags.boolean({ summary: 'leave out of heap snapshots what the library made' }),
    strategies: Flags.string({ char: 's', default: 'arena-pools', helpValue: 'A,B', summary: 'memory strategies' }),
    seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of everything random' }),
    out: Flags.string({ char: 'o', default: 'export', helpValue: 'DIR', summary: 'write the files here' }),
    force: Flags.boolean({ summary: 'replace the export that is already there' }),
    param,
    allocator,
    heap,
    stack,
    steps,
    'cost-profile': costProfile,
    python,
    stress,
  };
  static override examples = [
    '<%= config.bin %> export tutorial-cycle --at 22 --at 25 --program-only',
    '<%= config.bin %> export program.py --format heapsnapshot --collection 1 --strategies mark-sweep',
    '<%= config.bin %> export gcbench --param max_depth=8 --format speedscope,collapsed --out allocations',
    '<%= config.bin %> export result --format chrome-trace',
  ];

  async run(): Promise<object> {
    const ownArgv = this.argv.includes('--') ? this.argv.slice(this.argv.indexOf('--') + 1) : [];
    const commandArgv = this.argv.includes('--') ? this.argv.slice(0, this.argv.indexOf('--')) : this.argv;
    const { args, flags } = await this.parse(Export, commandArgv);
    const { parseExportFormats } = await import('../export/formats.ts');
    const { exportFolder, writeExportFolder } = await import('../export/export-folder.ts');
    const { refuseOccupied } = await import('../results/whole-folder.ts');
    const formats = parseExportFormats(flags.format);
    await refuseOccupied(flags.out, exportFolder, flags.force);
    const { isRunFolder, folderTrace } = await import('../export/folder-trace.ts');
    if (await isRunFolder(args.what)) {
      const other = formats?.find((format) => format !== 'chrome-trace');
      if (other !== undefined) {
        throw new UserError(`a run folder holds no objects, so ${other} cannot be made from ${args.what}`, {
          hint: 'a run folder gives a chrome-trace; name the program for the rest',
        });
      }
      const { file, facts } = await folderTrace(args.what);
      const paths = await writeExportFolder(flags.out, [file], facts);
      this.tell(paths, [file], []);
      return { directory: flags.out, files: paths, runs: [] };
    }

    const choices = await import('../shootout/choices.ts');
    const { loadProfile } = await import('../cell/cost-profile.ts');
    const { parseContestants } = await import('../shootout/contestants.ts');
    const { cellOf, contestantKey, runIdOf } = await import('../shootout/plan.ts');
    const { findProgram, placeProgram } = await import('../shootout/programs.ts');
    const { parseCollectionPoint, parseLinePoint } = await import('../export/points.ts');
    const points = [...(flags.at ?? []).map(parseLinePoint), ...(flags.collection ?? []).map(parseCollectionPoint)];
    const strategies = parseContestants(flags.strategies, flags.allocator);
    const limits = choices.checkLimits({
      heapBytes: choices.parseHeap(flags.heap),
      stackBytes: choices.parseStack(flags.stack),
      stepLimit: choices.parseSteps(flags.steps),
      python: flags.python as PythonVersion,
      verify: false,
      stress: choices.parseStress(flags.stress),
      profile: loadProfile(flags['cost-profile']),
      samples: false,
      oracle: false,
    });
    const program = placeProgram(findProgram(args.what), choices.parseParams(flags.param ?? []), [
      choices.parseSeed(flags.seed),
    ])[0]!;
    const { exportProgram } = await import('../export/program-export.ts');
    const { exportFormats } = await import('../export/formats.ts');
    const { files, results, notes } = exportProgram({
      cells: strategies.map((strategy) => ({
        contestant: contestantKey(strategy),
        spec: { ...limits, ...cellOf(program, strategy), argv: ownArgv, runId: runIdOf(program, strategy) },
      })),
      formats: formats ?? exportFormats.map(({ name }) => name),
      points,
      programOnly: flags['program-only'],
    });
    const failed = results.find(({ result }) => result.status !== 'ok')?.result;
    // What does not compile has had no heap to show.
    const compiled = results.every(({ result }) => (result.run?.bytecodes ?? 0) > 0);
    const runs = results.map(({ strategy, result: { status, exitCode } }) => ({ strategy, status, exitCode }));
    const facts = { program: program.name, seed: program.seed, params: program.params, runs };
    const paths = compiled ? await writeExportFolder(flags.out, files, facts) : [];
    if (failed !== undefined) {
      process.stderr.write(failed.stderr);
      process.exitCode = exitCodeOf(failed.status);
    }
    if (compiled) this.tell(paths, files, notes);
    return { directory: compiled ? flags.out : null, files: paths, runs, notes };
  }

  private tell(paths: readonly string[], files: readonly { readonly shows: string }[], notes: readonly string[]): void {
    for (const [index, { shows }] of files.entries()) this.log(`${paths[index]}\n  ${shows}`);
    for (const note of notes) this.log(note);
  }
}

function exitCodeOf(status: CellStatus): number {
  switch (status) {
    case 'ok':
      return exitCodes.ok;
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
