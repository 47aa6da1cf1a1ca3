import type { StrategyEntry } from '../strategies/catalogue.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Lists and explains the strategies. */
export default class Strategies extends LabCommand {
  static override summary = 'List the memory strategies, or explain one.';
  static override args = { name: argument({ description: 'a strategy to explain' }) };
  static override examples = ['<%= config.bin %> strategies', '<%= config.bin %> strategies semispace'];

  async run(): Promise<object> {
    const { args } = await this.parse(Strategies);
    const { findStrategy, strategies } = await import('../strategies/catalogue.ts');
    const { columns, paragraph } = await import('./text-layout.ts');
    if (args.name !== undefined) {
      const entry = findStrategy(args.name.trim().toLowerCase());
      const { refcount, moves, barrier, gcHeaderBytes, copyReserve, prompt, reclaimsCycles } = entry.capabilities;
      const aliases = entry.aliases.length === 0 ? '' : ` (also: ${entry.aliases.join(', ')})`;
      this.log(`${entry.name}${aliases}\n\n${paragraph(entry.summary)}\n`);
      this.log(
        columns([
          [
            'Allocator',
            entry.allocators.length > 1
              ? `${entry.allocator} (may be swapped: ${entry.allocators.join(', ')})`
              : entry.allocator,
          ],
          ['Counts references', refcount],
          ['Moves objects', moves],
          ['Write barrier', barrier],
          ['Header', `${gcHeaderBytes} bytes in front of a collectable object`],
          ['Copy reserve', `${Math.round(copyReserve * 100)} % of the heap`],
          ['Dies at its last release', prompt ? 'yes' : 'no'],
          ['Reclaims cycles', reclaimsCycles ? 'yes' : 'no'],
        ]),
      );
      this.log(`\nWhen to choose it:\n${paragraph(entry.whenToChoose)}`);
      return { strategy: described(entry) };
    }
    this.log(columns(strategies.map((entry) => [`  ${entry.name}`, entry.allocator, entry.summary])));
    this.log('\nheaplab strategies NAME explains one and says when to choose it.');
    return { strategies: strategies.map(described) };
  }
}

function described(entry: StrategyEntry): object {
  const { name, aliases, summary, allocator, allocators, capabilities, whenToChoose } = entry;
  return { name, aliases, summary, allocator, allocators, capabilities, whenToChoose };
}
