/** The commands by name. Every command imports what is heavy inside its run(), so that help stays quick. */
import Disasm from './disasm.ts';
import Minheap from './minheap.ts';
import Recost from './recost.ts';
import Report from './report.ts';
import Run from './run.ts';
import Shootout from './shootout.ts';
import Strategies from './strategies.ts';
import Workloads from './workloads.ts';

export const commands = {
  disasm: Disasm,
  minheap: Minheap,
  recost: Recost,
  report: Report,
  run: Run,
  shootout: Shootout,
  strategies: Strategies,
  workloads: Workloads,
};
