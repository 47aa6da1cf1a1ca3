import * as Flags from '@oclif/core/flags';
import { exitCodes, UserError } from '../base/errors.ts';
import type { CampaignResult } from '../fuzz/campaign.ts';
import { benchFlags } from './fuzz-flags.ts';
import { LabCommand } from './lab-command.ts';

/** Searches for failures with generated programs. */
export default class Fuzz extends LabCommand {
  static override summary = 'Generate programs that are hard on memory managers and run them under every strategy.';
  static override description =
    'Each program is run with poison, the whole-heap verifier, a leak check and stress; output is compared between strategies and, where one is at hand, ' +
    'with CPython 3.13. A failure is named by its signature, shrunk, replayed in fresh workers and written to a folder; the exit code is then 5. The same ' +
    'seed gives the same programs and the same fuzz.csv. Ctrl-C keeps what has ended; --resume goes on from there.';
  static override flags = {
    ...benchFlags,
    seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of the campaign' }),
    cases: Flags.string({ char: 'n', default: '200', helpValue: 'N', summary: 'programs to generate' }),
    time: Flags.string({ helpValue: 'SECONDS', summary: 'begin no new case after this long' }),
    jobs: Flags.string({ char: 'j', helpValue: 'N', summary: 'cases at the same time [default: as many as processors]' }),
    shard: Flags.string({ default: '1/1', helpValue: 'I/N', summary: 'run part I of N of the campaign' }),
    profile: Flags.string({ default: 'mixed', helpValue: 'NAME', summary: 'tiers to draw: mixed, A, B or C' }),
    strategies: Flags.string({ char: 's', helpValue: 'A,B', summary: 'strategies of the catalogue [default: all]' }),
    strategy: Flags.string({
      helpValue: 'FILE',
      summary: 'a module of your own that exports a strategy; prints a grade sheet',
    }),
    stress: Flags.string({ helpValue: 'N', summary: 'collect at every N-th safepoint, instead of as drawn' }),
    'fail-allocations': Flags.boolean({ default: true, allowNo: true, summary: 'let an allocation fail in one case of eight' }),
    'shrink-runs': Flags.string({
      default: '500',
      helpValue: 'N',
      summary: 'runs that shrinking one finding may take; 0 leaves them as they are',
    }),
    out: Flags.string({ char: 'o', helpValue: 'DIR', summary: 'folder of the campaign [default: fuzz-SEED]' }),
    force: Flags.boolean({ summary: 'replace the folder that is already there' }),
    resume: Flags.boolean({ summary: 'go on with the interrupted campaign in the folder' }),
    progress: Flags.boolean({ default: true, allowNo: true, summary: 'show progress on stderr' }),
  };
  static override examples = [
    '<%= config.bin %> fuzz --seed 1 --cases 1000',
    '<%= config.bin %> fuzz --time 600 --shard 1/4 --strategies mark-sweep,semispace',
    '<%= config.bin %> fuzz --strategy ./my-strategy.mjs --cases 300',
  ];

  async run(): Promise<object> {
    const { flags } = await this.parse(Fuzz);
    const { planOf, campaignKey } = await import('../fuzz/plan.ts');
    const { runCampaign } = await import('../fuzz/campaign.ts');
    const { CampaignFolder } = await import('../fuzz/campaign-folder.ts');
    const { summaryText } = await import('../fuzz/summary.ts');
    const { listenForInterrupt } = await import('./interrupt.ts');
    const { fuzzProgress, silentFuzz } = await import('./fuzz-progress.ts');

    const plan = await planOf({ ...flags, failAllocations: flags['fail-allocations'], shrinkRuns: flags['shrink-runs'] });
    const out = flags.out ?? `fuzz-${plan.seed}`;
    const folder = new CampaignFolder(out, campaignKey(plan), { resume: flags.resume, force: flags.force });
    const interrupt = listenForInterrupt(() => Promise.resolve());
    const progress = flags.progress && !this.jsonEnabled() ? fuzzProgress() : silentFuzz;
    const [module] = plan.setup.lineup.modules;
    const { contractOf, contractSheet, gradeSheet } = await import('../fuzz/grade-sheet.ts');
    const contract = module === undefined ? null : await contractOf(module, plan.setup);
    if (contract !== null && !this.jsonEnabled()) this.log(contractSheet(contract));
    let result: CampaignResult;
    try {
      const events = {
        ...progress,
        onCase: (...args: Parameters<typeof progress.onCase>): void => {
          folder.note(args[0]);
          progress.onCase(...args);
        },
      };
      result = await runCampaign(plan, folder.earlier, events, interrupt.signal);
    } finally {
      progress.stop();
      interrupt.stop();
    }
    const { lineup, python } = plan.setup;
    const summary = summaryText(result, { seed: plan.seed, strategies: [...plan.moduleNames, ...lineup.strategies], python });
    await folder.finish(result, summary);
    if (interrupt.signal.aborted && result.outcomes.length === 0) {
      throw new UserError('interrupted before a case had ended: nothing was kept', { exitCode: exitCodes.interrupted });
    }
    if (!this.jsonEnabled()) {
      this.log(summary.trimEnd());
      if (lineup.modules.length > 0) {
        this.log(gradeSheet(plan.moduleNames, result));
      }
      this.log(`Results in ${out}`);
    }
    process.exitCode = interrupt.signal.aborted
      ? exitCodes.interrupted
      : result.findings.length > 0
        ? exitCodes.disagreement
        : exitCodes.ok;
    return {
      directory: out,
      cases: result.outcomes.length,
      missing: result.missing,
      python,
      contract,
      findings: result.findings.map(({ signature, cases, lines, confirmed, reduced }) => ({
        signature,
        cases,
        lines,
        confirmed,
        program: reduced?.source ?? null,
      })),
    };
  }
}
