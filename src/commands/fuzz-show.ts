import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Prints a generated program. */
export default class FuzzShow extends LabCommand {
  static override summary = 'Print a generated program with its tier, hazards and configuration.';
  static override args = {
    case: argument({ required: true, description: 'SEED:INDEX, or a case name of fuzz.csv' }),
  };
  static override examples = ['<%= config.bin %> fuzz show 1:17'];

  async run(): Promise<object> {
    const { args } = await this.parse(FuzzShow);
    const { caseName, parseCaseId } = await import('../workloads/programs/case-id.ts');
    const { countBlocks } = await import('../workloads/programs/block.ts');
    const { generateProgram } = await import('../workloads/programs/generate.ts');
    const { emitProgram } = await import('../workloads/programs/emit.ts');
    const { configText, drawConfig } = await import('../fuzz/fuzz-config.ts');
    const id = parseCaseId(args.case);
    const program = generateProgram(id);
    const source = emitProgram(program);
    const config = drawConfig(id, program);
    const facts = {
      case: caseName(id),
      tier: program.tier,
      blocks: countBlocks(program.blocks),
      hazards: program.hazards,
      config: configText(config),
    };
    if (!this.jsonEnabled()) {
      for (const [name, value] of Object.entries(facts))
        this.log(`# ${name}: ${Array.isArray(value) ? value.join(', ') || 'none' : value}`);
      this.log(`\n${source.trimEnd()}`);
    }
    return { ...facts, source };
  }
}
