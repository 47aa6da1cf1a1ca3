/** What the page knows and what its reader has chosen; whoever draws listens here. */
import { valuesOf } from './table.js';

const data = JSON.parse(document.getElementById('data').textContent);
/** By name: spec, dark patches, texts by workload, how it uses clock A. */
export const charts = data.charts;
/** Names, in the order of every legend. */
export const strategies = data.strategies;
/** Workload to the bytes allocated at its end, the most of all its runs: the whole of clock A. */
export const wholeOf = data.wholes;

/** Name of a chart to the program it shows now. */
export const programOf = new Map();

const listeners = new Map();

export function on(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

export function tell(what) {
  for (const listener of listeners.get(what) ?? []) listener();
}

const status = document.getElementById('status');

/** For those who cannot see what a control did. */
export function say(text) {
  status.textContent = text;
}

/** Row objects of a table, fresh at each call: Vega marks the ones it is given. */
export function rowsOf(name) {
  const { columns, length } = data.tables[name];
  const rows = Array.from({ length }, () => ({}));
  for (const column of columns) {
    const values = valuesOf(column);
    for (let index = 0; index < length; index++) rows[index][column.name] = values[index];
  }
  return rows;
}

let workloads;
/** Workload of a run. */
export function workloadOf(run) {
  workloads ??= new Map(rowsOf('runs.csv').map((row) => [row.run_id, row.workload]));
  return workloads.get(run);
}

/** Three significant digits and a binary unit. */
export function bytesText(bytes) {
  let value = bytes;
  let unit = 'B';
  for (const next of ['KiB', 'MiB', 'GiB', 'TiB']) {
    if (value < 999.5) break;
    value /= 1024;
    unit = next;
  }
  return `${unit === 'B' ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`;
}
