/** The random mutators of the catalogue: one program generator with different defaults. */
import type { ParamValues, Workload, WorkloadParam } from '../workload.ts';
import { emitMutator } from './emit-mutator.ts';
import { type MutatorParams, mutatorParams } from './mutator-params.ts';

interface Preset {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly exercises: readonly string[];
  readonly changes: Partial<MutatorParams>;
}

const presets: readonly Preset[] = [
  {
    name: 'mutator',
    title: 'Random mutator: a bit of everything',
    purpose: 'makes small graphs with lives, sizes and shapes drawn from the seed, and stores into those that are alive.',
    exercises: ['short lives', 'middle-aged deaths', 'cycles', 'mixed sizes', 'pointer mutation'],
    changes: {},
  },
  {
    name: 'mutator-cyclic',
    title: 'Random mutator: nearly every structure dies as a cycle',
    purpose: 'what a cycle collector, or the lack of one, does to a program whose garbage is cyclic.',
    exercises: ['cycles', 'short lives'],
    changes: { cycle_percent: 90, operations: 12_000 },
  },
  {
    name: 'mutator-deep',
    title: 'Random mutator: long narrow structures',
    purpose: 'long paths strain what follows them: mark stacks, recursive release, copying order.',
    exercises: ['deep structures', 'long release chains'],
    changes: { depth: 150, connectivity: 1, operations: 1000, lifetime: 40 },
  },
  {
    name: 'mutator-large',
    title: 'Random mutator: payloads beyond the small-object limit',
    purpose: 'most bytes are in blocks of many different large sizes, so fitting and splitting decide the footprint.',
    exercises: ['large objects', 'mixed sizes'],
    changes: { size: 1500, operations: 12_000, connectivity: 2, depth: 2, lifetime: 200 },
  },
  {
    name: 'mutator-old',
    title: 'Random mutator: much survives',
    purpose: 'a large live set that dies in random order, which generations cannot profit from.',
    exercises: ['long-lived data', 'middle-aged deaths', 'old-to-young stores'],
    changes: { lifetime: 3000, tail_percent: 30, operations: 12_000 },
  },
  {
    name: 'mutator-storing',
    title: 'Random mutator: many stores into live structures',
    purpose: 'write barriers and reference-count traffic, with leaves shared between structures.',
    exercises: ['pointer mutation', 'old-to-young stores', 'sharing'],
    changes: { mutation_percent: 1500, operations: 5000, lifetime: 1000 },
  },
  {
    name: 'mutator-young',
    title: 'Random mutator: nearly everything dies young',
    purpose: 'the case that generational collectors are built for.',
    exercises: ['short lives'],
    changes: { lifetime: 8, tail_percent: 2, cycle_percent: 5, mutation_percent: 20, operations: 17_000 },
  },
];

const seedParam: WorkloadParam = {
  name: 'seed',
  default: 1,
  small: 1,
  min: 0,
  max: 2_147_483_647,
  meaning: 'seed of every draw and choice',
};

export const mutatorWorkloads: readonly Workload[] = presets.map(({ changes, ...about }) => ({
  ...about,
  kind: 'random',
  observes: 'nothing',
  source: 'distributions: see src/workloads/mutators/mutator-params.ts',
  fileName: `${about.name.replaceAll('-', '_')}.py`,
  filePath: null,
  params: [...mutatorParams.map((param) => ({ ...param, default: changes[param.name] ?? param.default })), seedParam],
  emit: emitValues,
}));

function emitValues(values: ParamValues): string {
  const params = Object.fromEntries(mutatorParams.map(({ name }) => [name, values[name]])) as unknown as MutatorParams;
  return emitMutator(params, String(values['seed']));
}
