/**
 * Lets a compiled chart follow the window of clock A that the reader of a page chooses. By naming: an x axis over `a`, `a_start` (bytes),
 * `allocated` or `from` and `to` (bytes ÷ the parameter `a_unit_b`) is clock A; so are columns `a` and `a_start` of a table.
 */
import type { JsonObject } from './chart.ts';
import type { ChartTables } from './chart-tables.ts';

/** How a chart uses clock A. */
export type ClockUse =
  /** The scale of its axis follows the signal `a_window`: bytes, or null for the whole run. `unit` names the signal that divides bytes. */
  | { readonly kind: 'axis'; readonly scale: string; readonly unit: string | null }
  /** It has no such axis: rows outside the window are left out. Table to its column. */
  | { readonly kind: 'rows'; readonly columns: Readonly<Record<string, string>> };

const unitOf: Readonly<Record<string, string | null>> = {
  a: null,
  a_start: null,
  allocated: 'a_unit_b',
  from: 'a_unit_b',
  to: 'a_unit_b',
};
const columns = ['a', 'a_start'];
/** Tables whose rows are each a moment. Of samples.csv a chart without the axis shows peaks and means of the whole run. */
const moments = new Set(['collections.csv', 'occupancy.csv']);

/** `spec` is a compiled chart, which is changed; `tables` names what it reads. Null when it has nothing to do with clock A. */
export function followClock(spec: JsonObject, tables: readonly string[], all: ChartTables): ClockUse | null {
  const signals = listAt(spec, 'signals');
  const found: { scale: string; unit: string | null }[] = [];
  follow(spec, new Map(), (scale, unit) => found.push({ scale, unit }), signals);
  // Where a view is nested, its scale cannot be asked from outside for what it shows.
  const own = found.find(({ scale }) => listAt(spec, 'scales').some((other) => other['name'] === scale));
  if (own !== undefined) {
    spec['signals'] = [...signals, { name: 'a_window', value: null }];
    return { kind: 'axis', ...own };
  }
  const byTable = tables
    .filter((name) => moments.has(name))
    .flatMap((name) =>
      columns.filter((column) => all[name]?.columns.includes(column)).map((column) => [name, column] as const),
    );
  return byTable.length === 0 ? null : { kind: 'rows', columns: Object.fromEntries(byTable) };
}

/** Clock A of a scale: the column that is on it, and its unit. */
interface Axis {
  readonly unit: string | null;
}

function follow(
  group: JsonObject,
  outer: ReadonlyMap<string, Axis>,
  see: (scale: string, unit: string | null) => void,
  signals: readonly JsonObject[],
): void {
  const axes = new Map(outer);
  for (const scale of listAt(group, 'scales')) {
    const unit = clockUnit(scale, signals);
    if (unit === undefined) {
      axes.delete(String(scale['name']));
      continue;
    }
    const divided = (index: number): string => (unit === null ? `a_window[${index}]` : `a_window[${index}] / ${unit}`);
    scale['domainRaw'] = { signal: `a_window && [${divided(0)}, ${divided(1)}]` };
    axes.set(String(scale['name']), { unit });
    see(String(scale['name']), unit);
  }
  for (const mark of listAt(group, 'marks')) {
    if (mark['type'] === 'group') follow(mark, axes, see, signals);
    else keepInside(mark, axes);
  }
}

/** The unit of a scale over clock A, or undefined for another scale. */
function clockUnit(scale: JsonObject, signals: readonly JsonObject[]): string | null | undefined {
  if (scale['type'] !== 'linear' || 'domainRaw' in scale) return undefined;
  const units = new Set(fieldsOf(scale['domain']).map((field) => unitOf[field]));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return undefined;
  return unit === null || signals.some((signal) => signal['name'] === unit) ? unit : undefined;
}

function fieldsOf(domain: unknown): string[] {
  if (typeof domain !== 'object' || domain === null || Array.isArray(domain)) return [];
  const { field, fields } = domain as { field?: unknown; fields?: unknown };
  if (typeof field === 'string') return [field];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((entry) => (typeof entry === 'string' ? [entry] : fieldsOf(entry)));
}

/** What stretches over time ends at the edge of its plot; marks of single moments outside the window are not shown. */
function keepInside(mark: JsonObject, axes: ReadonlyMap<string, Axis>): void {
  const update = objectAt(objectAt(mark, 'encode'), 'update');
  const x = objectAt(update, 'x');
  const axis = axes.get(String(x['scale']));
  if (axis === undefined || typeof x['field'] !== 'string' || mark['clip'] === true) return;
  const end = objectAt(update, 'x2')['field'];
  if (['area', 'line', 'trail'].includes(String(mark['type'])) || (typeof end === 'string' && end !== x['field'])) {
    mark['clip'] = true;
    return;
  }
  const bytes = `datum[${JSON.stringify(x['field'])}]${axis.unit === null ? '' : ` * ${axis.unit}`}`;
  const test = `a_window && (${bytes} < a_window[0] || ${bytes} > a_window[1])`;
  update['opacity'] = orElse({ test, value: 0 }, update['opacity'] ?? { value: 1 });
  // Unseen, it would still stretch the layout from where the axis puts it.
  for (const channel of ['x', 'x2']) if (channel in update) update[channel] = orElse({ test, value: 0 }, update[channel]!);
}

/** A production rule of Vega: `first` where its test holds, else what was there. */
function orElse(first: JsonObject, rest: JsonObject[string]): JsonObject[] {
  return [first, ...(Array.isArray(rest) ? (rest as JsonObject[]) : [rest as JsonObject])];
}

function objectAt(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function listAt(node: JsonObject, key: string): JsonObject[] {
  const value = node[key];
  return Array.isArray(value) ? (value as JsonObject[]) : [];
}
