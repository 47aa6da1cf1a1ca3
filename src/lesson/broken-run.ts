/** Runs a program under a strategy with a planted fault: once as a user would see it, once with every oracle looking. */
import { describeFault, LabBug } from '../base/errors.ts';
import { contestantOf } from '../fuzz/contestants.ts';
import { findFault } from '../fuzz/faults.ts';
import { runProgram } from '../fuzz/run-program.ts';
import { Machine } from '../interp/machine.ts';

export interface BrokenRun {
  readonly strategy: string;
  /** What it printed, and the last line of its traceback; the first line of what stopped the machine, where that happened. */
  readonly output: string;
  /** What the verifier and the other oracles find first; null where they find nothing. */
  readonly finding: string | null;
}

const MIB = 2 ** 20;
const STEP_LIMIT = 5_000_000;

export function runBroken(source: string, path: string, faultName: string, stress: number): BrokenRun {
  const { strategy } = findFault(faultName);
  const looked = runProgram(source, path, contestantOf(strategy, faultName), {
    stress,
    heapBytes: 16 * MIB,
    thresholds: [2000, 10, 10],
    engine: 'loop',
    verify: 'all',
    failAt: 0,
  });
  const { failure } = looked;
  return {
    strategy,
    output: plainOutput(source, path, strategy, faultName, stress),
    finding: failure === null ? null : failure.cause,
  };
}

function plainOutput(source: string, path: string, strategy: string, faultName: string, stress: number): string {
  let stdout = '';
  let stderr = '';
  try {
    const machine = new Machine({
      memory: { heapBytes: 16 * MIB, stackBytes: 2 * MIB },
      limits: { stepLimit: STEP_LIMIT, engine: 'loop' },
      stdout: { write: (text) => void (stdout += text) },
      stderr: { write: (text) => void (stderr += text) },
      stdin: null,
      argv: [path],
      readNeighbour: () => null,
      strategy: (context) => contestantOf(strategy, faultName).create(context),
      strategyOptions: { stress, poison: true, trackObjects: false, verify: null },
    });
    machine.run(source, path);
  } catch (thrown) {
    if (!(thrown instanceof LabBug)) return `${stdout}(the machine stops: ${describeFault(thrown).split('\n')[0]})\n`;
    return `${stdout}(the machine stops: ${thrown.message.split('\n')[0]!.replace(`${strategy}: `, '')})\n`;
  }
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  return last === '' ? stdout : `${stdout}${last}\n`;
}
