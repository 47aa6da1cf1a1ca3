/** The commands by name. Every command imports what is heavy inside its run(), so that help stays quick. */
import Calibrate from './calibrate.ts';
import Compare from './compare.ts';
import Disasm from './disasm.ts';
import Export from './export.ts';
import Figure from './figure.ts';
import Fuzz from './fuzz.ts';
import FuzzRegress from './fuzz-regress.ts';
import FuzzReplay from './fuzz-replay.ts';
import FuzzSelftest from './fuzz-selftest.ts';
import FuzzShow from './fuzz-show.ts';
import FuzzShrink from './fuzz-shrink.ts';
import Lesson from './lesson.ts';
import Minheap from './minheap.ts';
import Recost from './recost.ts';
import Report from './report.ts';
import Run from './run.ts';
import Shootout from './shootout.ts';
import Step from './step.ts';
import Strategies from './strategies.ts';
import Workloads from './workloads.ts';

export const commands = {
  calibrate: Calibrate,
  compare: Compare,
  disasm: Disasm,
  export: Export,
  figure: Figure,
  fuzz: Fuzz,
  'fuzz:regress': FuzzRegress,
  'fuzz:replay': FuzzReplay,
  'fuzz:selftest': FuzzSelftest,
  'fuzz:show': FuzzShow,
  'fuzz:shrink': FuzzShrink,
  lesson: Lesson,
  minheap: Minheap,
  recost: Recost,
  report: Report,
  run: Run,
  shootout: Shootout,
  step: Step,
  strategies: Strategies,
  workloads: Workloads,
};
