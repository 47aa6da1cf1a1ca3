/** Answers a worker's requests. Apart from the worker file, so that tests can call it. */

import { compareRuns } from './compare.ts';
import type { Contestant } from './contestant.ts';
import { contestantOf, lineUp } from './contestants.ts';
import { checkContract } from './contract.ts';
import { CPython } from './cpython.ts';
import type { StoredFinding } from './finding-file.ts';
import { type Bench, findAgain, reduceFinding } from './reduce-finding.ts';
import { PROGRAM_PATH, runCase } from './run-case.ts';
import { type ProgramRun, runProgram } from './run-program.ts';
import { referenceFor } from './selftest.ts';
import { type Failure, signatureOf } from './signature.ts';
import { loadStrategyModule } from './strategy-module.ts';
import type { Answer, ReplayAnswer, Request, WorkerSetup } from './worker-protocol.ts';

export class Server {
  private readonly setup: WorkerSetup;
  private contestants: Contestant[] | null = null;
  private cpython: CPython | null = null;

  constructor(setup: WorkerSetup) {
    this.setup = setup;
  }

  async answer(request: Request): Promise<Answer> {
    switch (request.kind) {
      case 'case': {
        this.contestants ??= await lineUp(this.setup.lineup);
        return { kind: 'case', outcome: await runCase(request.id, this.contestants, this.python(), request.options) };
      }
      case 'reduce': {
        const { finding, program, runs } = request;
        const bench = await this.bench(finding);
        if (finding.signature === null) return { kind: 'reduce', reduced: { finding, runs: 0 } };
        const reduced = await reduceFinding(finding.source, program, finding.config, finding.signature, bench, runs, null);
        return {
          kind: 'reduce',
          reduced: {
            finding: { ...finding, source: reduced.source, config: reduced.config, signature: reduced.signature },
            runs: reduced.runs,
          },
        };
      }
      case 'replay':
        return { kind: 'replay', replay: await this.replay(request.finding) };
      case 'contract':
        return { kind: 'contract', clauses: checkContract(await loadStrategyModule(request.module)) };
    }
  }

  stop(): void {
    this.cpython?.stop();
  }

  private python(): CPython | null {
    if (this.setup.python !== null) this.cpython ??= new CPython(this.setup.python);
    return this.cpython;
  }

  private async bench(finding: StoredFinding): Promise<Bench> {
    const contestant = await this.contestantFor(finding);
    return {
      tier: finding.tier,
      contestant,
      reference: contestantOf(referenceFor(contestant.name), null),
      // Only output is compared with CPython.
      cpython: finding.signature?.startsWith('D/') === false ? null : this.python(),
    };
  }

  private async contestantFor({ strategy, fault }: StoredFinding): Promise<Contestant> {
    for (const path of this.setup.lineup.modules) {
      const own = await loadStrategyModule(path);
      if (own.name === strategy) return own;
    }
    return contestantOf(strategy === 'all' ? 'arena-pools' : strategy, fault);
  }

  /** How the output of a mended finding differs from what it should be. */
  private async difference({ source, config, tier }: StoredFinding, run: ProgramRun, bench: Bench): Promise<Failure | null> {
    const answer = bench.cpython === null ? null : await bench.cpython.run(source);
    const others = answer === null && bench.reference !== null ? [bench.reference] : [];
    const runs = [...others.map((other) => runProgram(source, PROGRAM_PATH, other, config)), run];
    return compareRuns(tier, config, [...others, bench.contestant], runs, answer)[0] ?? null;
  }

  private async replay(finding: StoredFinding): Promise<ReplayAnswer> {
    const bench = await this.bench(finding);
    const run = runProgram(finding.source, PROGRAM_PATH, bench.contestant, finding.config);
    const journals: [string, readonly string[]][] = [[run.strategy, run.journal]];
    let failure = run.failure;
    if (failure === null)
      failure =
        finding.signature === null
          ? await this.difference(finding, run, bench)
          : await findAgain(finding.source, finding.config, finding.signature, bench);
    if (bench.reference !== null) {
      const other = runProgram(finding.source, PROGRAM_PATH, bench.reference, finding.config);
      journals.push([other.strategy, other.journal]);
    }
    return {
      signature: failure === null ? null : signatureOf(failure),
      details: failure?.details ?? '',
      metrics: run.metrics,
      journals,
    };
  }
}
