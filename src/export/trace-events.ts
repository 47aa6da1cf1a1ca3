/**
 * The JSON trace format that Perfetto and chrome://tracing open: slices and counters. One cycle of the cost model is shown as one microsecond; a strategy is a
 * process of its own.
 */
export interface Slice {
  readonly name: string;
  readonly category: 'call' | 'collection' | 'pause';
  /** Cycles since the machine started. */
  readonly start: number;
  readonly cycles: number;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface CounterSample {
  readonly at: number;
  /** Bytes by series. */
  readonly values: Readonly<Record<string, number>>;
}

/** What happened under one strategy. */
export interface TraceProcess {
  readonly name: string;
  /** Function calls, each inside its caller's. */
  readonly calls: readonly Slice[];
  /** Collections, cascades, finalizers: none overlaps another of its list. */
  readonly collections: readonly Slice[];
  readonly pauses: readonly Slice[];
  readonly memory: readonly CounterSample[];
}

const THREADS = [
  ['calls', 'Python calls'],
  ['collections', 'collections'],
  ['pauses', 'pauses'],
] as const;

/** The file's text; processes have the pids 1, 2, 3 … in the order given. `facts` are told in its metadata. */
export function traceText(processes: readonly TraceProcess[], facts: Readonly<Record<string, string | number>>): string {
  const events: object[] = [];
  for (const [index, process] of processes.entries()) {
    const pid = index + 1;
    events.push({ ph: 'M', name: 'process_name', pid, tid: 0, args: { name: process.name } });
    events.push({ ph: 'M', name: 'process_sort_index', pid, tid: 0, args: { sort_index: pid } });
    for (const [place, [key, title]] of THREADS.entries()) {
      if (process[key].length === 0) continue;
      const tid = place + 1;
      events.push({ ph: 'M', name: 'thread_name', pid, tid, args: { name: title } });
      events.push({ ph: 'M', name: 'thread_sort_index', pid, tid, args: { sort_index: tid } });
      for (const { name, category, start, cycles, facts: args } of process[key]) {
        events.push({
          ph: 'X',
          name,
          cat: category,
          pid,
          tid,
          ts: start,
          dur: cycles,
          ...(args === undefined ? {} : { args }),
        });
      }
    }
    for (const { at, values } of process.memory) {
      events.push({ ph: 'C', name: 'memory', pid, tid: 0, ts: at, args: values });
    }
  }
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  return `{"displayTimeUnit":"ms","otherData":${JSON.stringify(facts)},"traceEvents":[\n${lines}\n]}\n`;
}
