/** A run folder as a trace: collections, pauses and samples of every run, each a process. */
import { stat } from 'node:fs/promises';
import type { CollectionRow, PauseRow, RunRow, SampleRow } from '../results/rows.ts';
import { openRunFolder } from '../results/run-folder-reader.ts';
import type { ExportFile } from './export-folder.ts';
import { opensIn } from './formats.ts';
import { collectionSlices, pauseSlices } from './pause-slices.ts';
import { type TraceProcess, traceText } from './trace-events.ts';

/** Is it a folder? A folder without run.json is refused when it is read. */
export async function isRunFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Reads `directory` and makes its trace. Throws `UserError` for a damaged folder, naming file and line. */
export async function folderTrace(directory: string): Promise<{ file: ExportFile; facts: Readonly<Record<string, unknown>> }> {
  const collections = new Map<string, CollectionRow[]>();
  const pauses = new Map<string, PauseRow[]>();
  const samples = new Map<string, SampleRow[]>();
  const { runs, manifest } = await openRunFolder(directory, () => ({
    collections: (row) => gather(collections, row),
    pauses: (row) => gather(pauses, row),
    samples: (row) => gather(samples, row),
  }));
  const processes = runs.map((run): TraceProcess => {
    const id = run.run_id;
    return {
      name: titleOf(run),
      calls: [],
      collections: collectionSlices(collections.get(id) ?? []),
      pauses: pauseSlices(pauses.get(id) ?? []),
      memory: (samples.get(id) ?? []).map(({ c, live_b, used_b, footprint_b }) => ({
        at: c,
        values: { ...(live_b === null ? {} : { live: live_b }), used: used_b, footprint: footprint_b },
      })),
    };
  });
  const facts = {
    unit: '1 us = 1 cycle',
    cost_profile: [...new Set(runs.map((run) => run.cost_profile))].join(' '),
    heaplab: manifest.versions['heaplab'] ?? '',
  };
  const file: ExportFile = {
    name: 'trace.json',
    format: 'chrome-trace',
    shows: `collections, pauses and memory of ${runs.length} runs over cycles; opens in ${opensIn('chrome-trace')}`,
    text: traceText(processes, facts),
  };
  return { file, facts: { argv: manifest.argv } };
}

function titleOf({ workload, strategy, seed, heap_factor: factor }: RunRow): string {
  return `${workload}, ${strategy}${factor === null ? '' : `, ${factor} × min heap`}, seed ${seed}`;
}

function gather<T extends { readonly run_id: string }>(rows: Map<string, T[]>, row: T): void {
  const list = rows.get(row.run_id);
  if (list === undefined) rows.set(row.run_id, [row]);
  else list.push(row);
}
