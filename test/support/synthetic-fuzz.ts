/** The folder of a fuzz campaign, as tests of the report need one: outcomes are made up. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvWriter } from '../../src/results/csv.ts';
import { type FuzzRow, fuzzTable } from '../../src/results/fuzz-table.ts';

export interface FuzzOptions {
  readonly cases: number;
  /** Number of the case in which mark-sweep has a finding; the next one raises, the one after runs out of memory. */
  readonly finding: number;
}

export async function writeFuzzFolder(directory: string, { cases, finding }: FuzzOptions): Promise<void> {
  await mkdir(directory, { recursive: true });
  const writer = new CsvWriter(join(directory, fuzzTable.file), fuzzTable);
  for (let index = 0; index < cases; index++) {
    const rows = ['arena-pools', 'refcount', 'mark-sweep'].map((strategy): FuzzRow => {
      const at = strategy === 'mark-sweep' ? index - finding : -1;
      return {
        case: `g1:mixed:1:${index}`,
        tier: (['A', 'B', 'C'] as const)[index % 3]!,
        blocks: 40 + index,
        hazards: '',
        program_sha256: 'a'.repeat(64),
        stress: 0,
        heap_limit_b: 2_097_152,
        gc_threshold: 2000,
        strategy,
        status: at === 0 ? 'bug' : at === 1 ? 'error' : at === 2 ? 'oom' : 'ok',
        bytecodes: 1000,
        alloc_b: 60_000,
        alloc_n: 500,
        gc_n: 3,
        output_sha256: 'b'.repeat(64),
        signature: at === 0 ? 'verify/mark-sweep/sweep/list/freed-alive' : '',
      };
    });
    await writer.write(rows);
  }
  await writer.end();
}
