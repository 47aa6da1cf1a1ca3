/**
 * The CSV files of a run folder, column by column. Names and definitions follow the metric table in docs/results.md, which is
 * generated from here.
 *
 * Clocks: **A** is bytes requested by the program so far, the same under every strategy; **C** is cycles of the cost profile.
 */
import type { RowOf, Table } from './table.ts';

const runId = {
  name: 'run_id',
  type: 'text',
  unit: '-',
  kind: 'D',
  meaning: 'names one cell (program × strategy × heap limit × seed); the key that joins the files',
} as const;

export const runsTable = {
  file: 'runs.csv',
  meaning: 'One row a cell: what was run, how it ended, and its totals.',
  columns: [
    runId,
    { name: 'workload', type: 'text', unit: '-', kind: 'D', meaning: 'name of the workload, or the program file as given' },
    { name: 'params', type: 'text', unit: '-', kind: 'D', meaning: 'parameters as `name=value`, sorted, separated by a space' },
    { name: 'seed', type: 'integer', unit: '-', kind: 'D', meaning: 'seed of every keyed random stream of the cell' },
    { name: 'strategy', type: 'text', unit: '-', kind: 'D', meaning: 'name in the strategy catalogue' },
    { name: 'allocator', type: 'text', unit: '-', kind: 'D', meaning: 'allocator under the strategy' },
    { name: 'heap_limit_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'heap limit the footprint may not pass' },
    {
      name: 'heap_factor',
      type: 'number',
      unit: '× min heap',
      kind: 'D',
      optional: true,
      meaning: 'limit as a multiple of the reference minimum heap; empty when the limit was given in bytes',
    },
    {
      name: 'cost_profile',
      type: 'text',
      unit: '-',
      kind: 'D',
      meaning: 'profile that turns counts into cycles: name, version and the begin of the SHA-256 of its costs',
    },
    {
      name: 'calibration',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['calibrated', 'uncalibrated'],
      meaning:
        'were the costs of this strategy fitted against a real machine? Else its cycles are a model that nothing has checked',
    },
    {
      name: 'status',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['ok', 'oom', 'error', 'step-limit', 'diverged'],
      meaning:
        'how it ended; `diverged`: it printed something else than the other strategies did for the same program, limits and seed',
    },
    { name: 'version', type: 'text', unit: '-', kind: 'D', meaning: 'version of heaplab' },
    { name: 'bytecodes', type: 'integer', unit: 'bytecodes', kind: 'D', meaning: 'instructions executed (clock N)' },
    {
      name: 'alloc_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes requested, headers not included (clock A at exit)',
    },
    { name: 'alloc_n', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects and buffers requested' },
    {
      name: 'peak_live_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      optional: true,
      meaning: 'largest number of bytes reachable from the roots at a sample; empty when liveness was not traced',
    },
    {
      name: 'peak_footprint_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'largest footprint: mapped cells, headers, side tables, mark stack, copy reserve',
    },
    { name: 'cycles_total', type: 'number', unit: 'cycles', kind: 'M', meaning: 'all events of the run × their costs' },
    {
      name: 'cycles_gc',
      type: 'number',
      unit: 'cycles',
      kind: 'M',
      meaning:
        'of them within the pauses of pauses.csv: collections, refcount cascades, finalizers. Exactly the sum of that list',
    },
    { name: 'longest_pause', type: 'number', unit: 'cycles', kind: 'M', meaning: 'the longest of that list; 0 without any' },
    {
      name: 'mark_cons',
      type: 'number',
      unit: '-',
      kind: 'D',
      optional: true,
      meaning:
        'bytes that collections traced or copied, over bytes allocated, to six decimals. Empty when nothing was allocated',
    },
    { name: 'output_sha256', type: 'text', unit: '-', kind: 'D', meaning: 'SHA-256 of what the program printed' },
  ],
} as const satisfies Table;
export type RunRow = RowOf<typeof runsTable>;

export const collectionsTable = {
  file: 'collections.csv',
  meaning: 'One row a collection.',
  columns: [
    runId,
    { name: 'gc_no', type: 'integer', unit: '-', kind: 'D', meaning: 'ordinal within the run, from 1' },
    { name: 'kind', type: 'text', unit: '-', kind: 'D', meaning: 'what the collector calls it: full, young, cycle, copy …' },
    { name: 'generation', type: 'integer', unit: '-', kind: 'D', meaning: 'oldest generation collected; 0 where there is one' },
    {
      name: 'trigger',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['threshold', 'heap-full', 'explicit', 'stress', 'exit'],
      meaning: 'why it ran',
    },
    { name: 'a_start', type: 'integer', unit: 'B', kind: 'D', meaning: 'clock A when it began' },
    { name: 'c_start', type: 'number', unit: 'cycles', kind: 'M', meaning: 'clock C when it began' },
    { name: 'c_pause', type: 'number', unit: 'cycles', kind: 'M', meaning: 'cycles for which the program stood still' },
    { name: 'candidates', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects considered for reclaiming' },
    { name: 'visited', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects visited by the trace' },
    { name: 'edges', type: 'integer', unit: 'references', kind: 'D', meaning: 'references followed' },
    { name: 'reclaimed_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes given back' },
    {
      name: 'traced_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes of the objects whose references were followed; 0 where they are copied instead',
    },
    { name: 'copied_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes moved' },
    {
      name: 'promoted_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes moved or relabelled into an older generation',
    },
    { name: 'swept_cells', type: 'integer', unit: 'cells', kind: 'D', meaning: 'cells looked at by the sweep' },
    { name: 'roots', type: 'integer', unit: 'slots', kind: 'D', meaning: 'root slots read' },
    { name: 'used_before_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes in use when it began' },
    { name: 'used_after_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes in use when it ended' },
    {
      name: 'live_after_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      optional: true,
      meaning: 'bytes reachable when it ended; empty when liveness was not traced',
    },
    { name: 'finalizers', type: 'integer', unit: 'calls', kind: 'D', meaning: 'finalizers called' },
    { name: 'weakrefs_cleared', type: 'integer', unit: 'weakrefs', kind: 'D', meaning: 'weak references cleared' },
    { name: 'resurrected', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects a finalizer made reachable again' },
  ],
} as const satisfies Table;
export type CollectionRow = RowOf<typeof collectionsTable>;

export const pausesTable = {
  file: 'pauses.csv',
  meaning: 'One row a pause of the program. Reference counting pauses too: a cascade is one.',
  columns: [
    runId,
    { name: 'pause_no', type: 'integer', unit: '-', kind: 'D', meaning: 'ordinal within the run, from 1' },
    {
      name: 'kind',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['stop-the-world', 'increment', 'cascade', 'finalizer'],
      meaning: 'a whole collection, a step of one, a run of deallocations that one release set off, or a finalizer',
    },
    { name: 'c_start', type: 'number', unit: 'cycles', kind: 'M', meaning: 'clock C when it began' },
    { name: 'cycles', type: 'number', unit: 'cycles', kind: 'M', meaning: 'length' },
  ],
} as const satisfies Table;
export type PauseRow = RowOf<typeof pausesTable>;

export const samplesTable = {
  file: 'samples.csv',
  meaning: 'Memory over clock A: every so many bytes allocated, and around each collection.',
  columns: [
    runId,
    { name: 'a', type: 'integer', unit: 'B', kind: 'D', meaning: 'clock A' },
    { name: 'c', type: 'number', unit: 'cycles', kind: 'M', meaning: 'clock C' },
    {
      name: 'live_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      optional: true,
      meaning: 'bytes reachable from the roots; empty when liveness was not traced',
    },
    { name: 'used_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes requested and not yet given back' },
    {
      name: 'footprint_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'all that is held: cells, headers, side tables, reserve',
    },
    {
      name: 'metadata_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'share of the footprint in headers, side tables, mark stack',
    },
    {
      name: 'floating_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      optional: true,
      meaning: 'used − live: unreachable, not yet freed; empty when liveness was not traced',
    },
    { name: 'free_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes of mapped cells that are free' },
    { name: 'largest_free_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'largest free hole' },
    { name: 'cell_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes of the cells that blocks in use occupy' },
    {
      name: 'internal_frag',
      type: 'number',
      unit: '-',
      kind: 'D',
      optional: true,
      meaning: 'internal fragmentation: 1 − used / cell, to six decimals; headers count as lost. Empty when nothing is in use',
    },
    {
      name: 'external_frag',
      type: 'number',
      unit: '-',
      kind: 'D',
      optional: true,
      meaning: 'external fragmentation: 1 − largest free hole / all free bytes, to six decimals. Empty when nothing is free',
    },
    {
      name: 'unusable',
      type: 'number',
      unit: '-',
      kind: 'D',
      optional: true,
      meaning:
        'share of the free bytes that lie in holes below 512 bytes, to six decimals: no larger request can use them. Empty when nothing is free',
    },
    { name: 'gc_n', type: 'integer', unit: 'collections', kind: 'D', meaning: 'collections finished so far' },
  ],
} as const satisfies Table;
export type SampleRow = RowOf<typeof samplesTable>;

export const occupancyTable = {
  file: 'occupancy.csv',
  meaning:
    'What lies where on the heap, at up to 24 moments of a run: one row a moment and bin of addresses, bins without mapped memory left out. Bins are as small as they can be for 128 of them.',
  columns: [
    runId,
    { name: 'a', type: 'integer', unit: 'B', kind: 'D', meaning: 'clock A' },
    { name: 'at_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'address of the bin, from the begin of the heap' },
    {
      name: 'bin_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes of a bin, a power of two; the same in all rows of a run',
    },
    {
      name: 'place_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'its address when bins in which the run never mapped anything are left out',
    },
    {
      name: 'cell_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      optional: true,
      meaning: 'size of the cells in the bin, such as the size class of a pool; empty where they differ',
    },
    { name: 'mapped_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'bytes of its cells, in use or free' },
    { name: 'used_b', type: 'integer', unit: 'B', kind: 'D', meaning: 'of them in use' },
    {
      name: 'live_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'of them bytes of objects that can be reached and of their buffers, headers not included',
    },
  ],
} as const satisfies Table;
export type OccupancyRow = RowOf<typeof occupancyTable>;

export const countersTable = {
  file: 'counters.csv',
  meaning:
    'One row an event of the cost model that happened in a run. Raw counts, so that another profile can be applied later.',
  columns: [
    runId,
    {
      name: 'scope',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['mutator', 'allocation', 'refcount', 'barrier', 'mark', 'sweep', 'copy', 'weak'],
      meaning: 'part of the cost breakdown that the event belongs to',
    },
    { name: 'event', type: 'text', unit: '-', kind: 'D', meaning: 'name of the event' },
    { name: 'count', type: 'integer', unit: 'events', kind: 'D', meaning: 'how often it happened' },
    { name: 'pause_count', type: 'integer', unit: 'events', kind: 'D', meaning: 'how often within pauses' },
    { name: 'cycles', type: 'number', unit: 'cycles', kind: 'M', meaning: 'count × cost' },
  ],
} as const satisfies Table;
export type CounterRow = RowOf<typeof countersTable>;

export const marksTable = {
  file: 'marks.csv',
  meaning:
    'Counts of the cost model at the edges of pauses and collections and at samples, in order of time: what `heaplab recost` needs to place them on clock C anew.',
  columns: [
    runId,
    {
      name: 'of',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['pauses', 'collections', 'samples'],
      meaning: 'file whose row this belongs to',
    },
    { name: 'no', type: 'integer', unit: '-', kind: 'D', meaning: 'ordinal of that row within the run, from 1' },
    {
      name: 'since',
      type: 'text',
      unit: 'events',
      kind: 'D',
      meaning: 'what was counted since the mark before began, as `event=count` separated by spaces',
    },
    { name: 'within', type: 'text', unit: 'events', kind: 'D', meaning: 'what was counted from its begin to its end' },
  ],
} as const satisfies Table;
export type MarkRow = RowOf<typeof marksTable>;

export const utilizationTable = {
  file: 'utilization.csv',
  meaning:
    'Minimum mutator utilization, exact, at windows of powers of two and of the whole run. 1 is a program that never waits, 0 one that does nothing in some window.',
  columns: [
    runId,
    { name: 'window', type: 'number', unit: 'cycles', kind: 'M', meaning: 'width of the window' },
    {
      name: 'mmu',
      type: 'number',
      unit: '-',
      kind: 'M',
      meaning: 'share left to the program in the worst window of that width, to six decimals',
    },
    { name: 'bmu', type: 'number', unit: '-', kind: 'M', meaning: 'the least mmu of this and all wider windows' },
  ],
} as const satisfies Table;
export type UtilizationRow = RowOf<typeof utilizationTable>;

export const lifetimesTable = {
  file: 'lifetimes.csv',
  meaning:
    'Objects by where they were made, what they are, how long they were reachable and how large they are. Only with `--oracle`; objects of the start-up are left out.',
  columns: [
    runId,
    {
      name: 'site',
      type: 'text',
      unit: '-',
      kind: 'D',
      meaning: 'file:line of the innermost Python frame when it was made; for modules of heaplab the name of the module',
    },
    { name: 'type', type: 'text', unit: '-', kind: 'D', meaning: 'class of the object when it died, or at exit' },
    {
      name: 'log2_life',
      type: 'integer',
      unit: 'log2 B',
      kind: 'D',
      meaning: 'n: lived 2^(n-1) to below 2^n bytes of allocation; 0: died before another byte was requested',
    },
    { name: 'log2_size', type: 'integer', unit: 'log2 B', kind: 'D', meaning: 'n: 2^(n-1) to below 2^n bytes' },
    { name: 'objects', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects' },
    { name: 'bytes', type: 'integer', unit: 'B', kind: 'D', meaning: 'their blocks as requested; buffers not included' },
    {
      name: 'censored',
      type: 'integer',
      unit: 'objects',
      kind: 'D',
      meaning: 'of them reachable when the program ended: they lived at least that long',
    },
  ],
} as const satisfies Table;
export type LifetimeRow = RowOf<typeof lifetimesTable>;

export const survivalTable = {
  file: 'survival.csv',
  meaning:
    'Life table by bytes (Kaplan-Meier over grouped ages, four to a doubling): the share that lives to an age; what was reachable when the program ended is censored. Only with `--oracle`.',
  columns: [
    runId,
    {
      name: 'age',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes of allocation since the object was made: the end of a step',
    },
    {
      name: 'at_risk_b',
      type: 'integer',
      unit: 'B',
      kind: 'D',
      meaning: 'bytes of objects seen to live to the begin of the step',
    },
    {
      name: 'survival',
      type: 'number',
      unit: '-',
      kind: 'D',
      meaning: 'estimated share that lives to the end of the step, to six decimals',
    },
  ],
} as const satisfies Table;
export type SurvivalRow = RowOf<typeof survivalTable>;

export const delaysTable = {
  file: 'delays.csv',
  meaning:
    'How long objects were of no use: drag is from the last use to the death, reclaim from the death to the free. In bytes of allocation. Only with `--oracle`.',
  columns: [
    runId,
    {
      name: 'what',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['drag', 'reclaim', 'unreclaimed'],
      meaning: 'unreclaimed: from the death to the end of the run, for what was never freed',
    },
    { name: 'log2_b', type: 'integer', unit: 'log2 B', kind: 'D', meaning: 'n: 2^(n-1) to below 2^n bytes; 0: none' },
    { name: 'objects', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects' },
    { name: 'bytes', type: 'integer', unit: 'B', kind: 'D', meaning: 'their blocks as requested; buffers not included' },
    {
      name: 'area',
      type: 'integer',
      unit: 'B × B',
      kind: 'D',
      meaning: 'sum of bytes × delay: for reclaim and unreclaimed together the floating garbage integrated over clock A',
    },
  ],
} as const satisfies Table;
export type DelayRow = RowOf<typeof delaysTable>;

export const leaksTable = {
  file: 'leaks.csv',
  meaning: 'What was unreachable and not freed after the last collections, by cause. Only with `--oracle`.',
  columns: [
    runId,
    {
      name: 'cause',
      type: 'text',
      unit: '-',
      kind: 'D',
      values: ['cycle', 'held-by-cycle', 'stuck-count', 'not-collected'],
      meaning:
        'cycle: on a cycle of garbage; held-by-cycle: only reachable from one; stuck-count: the program dropped every reference and the count is not zero; not-collected: the strategy has not looked',
    },
    { name: 'site', type: 'text', unit: '-', kind: 'D', meaning: 'as in lifetimes.csv' },
    { name: 'type', type: 'text', unit: '-', kind: 'D', meaning: 'class of the object' },
    { name: 'objects', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects' },
    { name: 'bytes', type: 'integer', unit: 'B', kind: 'D', meaning: 'their blocks as requested; buffers not included' },
  ],
} as const satisfies Table;
export type LeakRow = RowOf<typeof leaksTable>;

export const demographicsTable = {
  file: 'demographics.csv',
  meaning: 'What the objects of a run are like, in one row. Only with `--oracle`.',
  columns: [
    runId,
    { name: 'objects', type: 'integer', unit: 'objects', kind: 'D', meaning: 'objects of lifetimes.csv' },
    { name: 'bytes', type: 'integer', unit: 'B', kind: 'D', meaning: 'their blocks as requested; buffers not included' },
    { name: 'size_p10', type: 'integer', unit: 'B', kind: 'D', meaning: 'a tenth of the objects is no larger (nearest rank)' },
    { name: 'size_p50', type: 'integer', unit: 'B', kind: 'D', meaning: 'half of the objects is no larger' },
    { name: 'size_p90', type: 'integer', unit: 'B', kind: 'D', meaning: 'nine tenths of the objects are no larger' },
    {
      name: 'references',
      type: 'integer',
      unit: 'references',
      kind: 'D',
      meaning: 'references to objects of the heap that they held when they died or the run ended',
    },
    { name: 'references_per_object', type: 'number', unit: '-', kind: 'D', meaning: 'references / objects, to six decimals' },
    {
      name: 'stores',
      type: 'integer',
      unit: 'stores',
      kind: 'D',
      meaning: 'stores of a reference into an object, those that set it up not included',
    },
    { name: 'stores_per_byte', type: 'number', unit: '1/B', kind: 'D', meaning: 'stores / bytes allocated, to six decimals' },
    {
      name: 'old_young_stores',
      type: 'integer',
      unit: 'stores',
      kind: 'D',
      meaning:
        'of the stores those into an object that is older than what it is made to refer to: what a remembered set is for',
    },
  ],
} as const satisfies Table;
export type DemographicsRow = RowOf<typeof demographicsTable>;

export const timingTable = {
  file: 'timing.csv',
  meaning: 'Wall clock. The one file that differs when a run is repeated.',
  columns: [
    runId,
    { name: 'engine', type: 'text', unit: '-', kind: 'W', meaning: 'engine that executed the bytecode' },
    { name: 'host', type: 'text', unit: '-', kind: 'W', meaning: 'JavaScript engine, operating system and processor' },
    { name: 'wall_ms', type: 'number', unit: 'ms', kind: 'W', meaning: 'time from the start of the program to its end' },
  ],
} as const satisfies Table;
export type TimingRow = RowOf<typeof timingTable>;

export const overheadsTable = {
  file: 'overheads.csv',
  meaning:
    'Lower-bound overhead of each run that completed: its total over the least cost without GC that any run of the same program and seed had.',
  columns: [
    runId,
    { name: 'distilled', type: 'number', unit: 'cycles', kind: 'M', meaning: 'cycles_total − cycles_gc of the run' },
    {
      name: 'base',
      type: 'number',
      unit: 'cycles',
      kind: 'M',
      meaning:
        'least distilled cost over all strategies and heap limits of the program and seed, `no-gc` included where it was run',
    },
    { name: 'base_run', type: 'text', unit: '-', kind: 'M', meaning: 'the run that has it' },
    { name: 'lbo', type: 'number', unit: '-', kind: 'M', meaning: 'cycles_total / base, to six decimals' },
  ],
} as const satisfies Table;
export type OverheadRow = RowOf<typeof overheadsTable>;

/** The tables that hold rows of a cell beside runs.csv, by what `CellRows` calls them; in the order they are written and documented. */
export const cellTables = {
  collections: collectionsTable,
  pauses: pausesTable,
  samples: samplesTable,
  occupancy: occupancyTable,
  counters: countersTable,
  utilization: utilizationTable,
  lifetimes: lifetimesTable,
  survival: survivalTable,
  delays: delaysTable,
  leaks: leaksTable,
  demographics: demographicsTable,
  overheads: overheadsTable,
  marks: marksTable,
  timing: timingTable,
} as const;
export type CellPart = keyof typeof cellTables;
export const cellParts = Object.keys(cellTables) as readonly CellPart[];

/** Every table of a run folder. */
export const tables: readonly Table[] = [runsTable, ...Object.values(cellTables)];
