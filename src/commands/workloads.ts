import type { Workload } from '../workloads/workload.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Lists and explains the workloads. */
export default class Workloads extends LabCommand {
  static override summary = 'List the workloads, or explain one.';
  static override args = { name: argument({ description: 'a workload to explain' }) };
  static override examples = ['<%= config.bin %> workloads', '<%= config.bin %> workloads gcbench'];

  async run(): Promise<object> {
    const { args } = await this.parse(Workloads);
    const { findWorkload, workloads } = await import('../workloads/catalogue.ts');
    const { columns, paragraph } = await import('./text-layout.ts');
    if (args.name !== undefined) {
      const workload = findWorkload(args.name);
      this.log(`${workload.name} · ${workload.title}\n`);
      this.log(paragraph(`${workload.purpose.charAt(0).toUpperCase()}${workload.purpose.slice(1)}`));
      this.log(`\nExercises: ${workload.exercises.join(', ')}`);
      if (workload.observes !== 'nothing') this.log(`Observes:  ${workload.observes} (what it prints depends on the strategy)`);
      if (workload.source !== null) this.log(`Source:    ${workload.source}`);
      if (workload.params.length > 0) {
        this.log('\nParameters (--param name=value):');
        this.log(
          columns(
            workload.params.map(({ name, default: value, min, max, meaning }) => [
              `  ${name}`,
              `${value}`,
              `${min}..${max}`,
              meaning,
            ]),
          ),
        );
      }
      this.log(`\nRun it:    heaplab run ${workload.name}`);
      return { workload: described(workload) };
    }
    for (const kind of ['scripted', 'random', 'tutorial'] as const) {
      const rows = workloads
        .filter((workload) => workload.kind === kind)
        .map((workload) => [`  ${workload.name}`, workload.title]);
      if (rows.length > 0) this.log(`${headings[kind]}\n${columns(rows)}\n`);
    }
    this.log('heaplab workloads NAME explains one and lists its parameters.');
    return { workloads: workloads.map(described) };
  }
}

const headings = {
  scripted: 'Programs',
  random: 'Random mutators (emitted from a seed)',
  tutorial: 'Tutorial (one idea each)',
} as const;

/** The part of a workload that --json shows: no functions, no paths of this machine. */
function described(workload: Workload): object {
  const { name, kind, title, purpose, exercises, observes, source, params } = workload;
  return { name, kind, title, purpose, exercises, observes, source, params };
}
