/** Faults in a chart that a user made which Vega-Lite draws as nothing, or tells in words of its own insides. */
import { parseExpression } from 'vega';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { type Chart, tablesOf } from './chart.ts';
import type { ChartTables } from './chart-tables.ts';

/** Names that transforms give when they are not told one. */
const usualNames = ['key', 'value', 'density', 'prob', 'count'];

const marks = 'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail'.split(
  ' ',
);

/** Throws `UserError` for a mark that Vega-Lite does not know, and for an encoding whose field is no column of the chart's tables and is made by no transform. */
export function checkFields(chart: Chart, tables: ChartTables): void {
  const files = tablesOf(chart.spec);
  const known = new Set([...usualNames, ...files.flatMap((file) => tables[file]?.columns ?? [])]);
  const shown = new Set<string>();
  let isOpen = false;
  const walk = (node: unknown, within: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      // Rows of its own, or columns named by values of the data: what there is cannot be known from here.
      if (key === 'pivot' || key === 'values' || key === 'sequence' || key === 'repeat') isOpen = true;
      if (key === 'mark') checkMark(chart, value);
      if (key === 'as') for (const name of [value].flat()) known.add(String(name));
      if (within === 'encoding' && typeof value === 'object' && value !== null && 'field' in value) {
        if (typeof value.field === 'string') shown.add(value.field);
      }
      walk(value, key);
    }
  };
  walk(chart.spec, '');
  const missing =
    isOpen || files.length === 0 ? undefined : [...shown].find((field) => /^\w+$/.test(field) && !known.has(field));
  if (missing === undefined) return;
  const nearest = nearestName(missing, [...known]);
  throw new UserError(
    `${chart.file} shows the field '${missing}', which is no column of ${files.join(' or ')} and is made by no transform`,
    {
      hint:
        nearest === null ? 'docs/results.md lists the columns' : `did you mean '${nearest}'? docs/results.md lists the columns`,
    },
  );
}

function checkMark({ file }: Chart, mark: unknown): void {
  const type = typeof mark === 'object' && mark !== null && 'type' in mark ? mark.type : mark;
  if (typeof type !== 'string' || marks.includes(type)) return;
  const nearest = nearestName(type, marks);
  throw new UserError(`${file} has the mark '${type}', which Vega-Lite does not know`, {
    hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}marks are ${marks.join(', ')}`,
  });
}

/** The first expression of a chart that cannot be parsed; null when all can. */
export function brokenExpression(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  for (const [key, value] of Object.entries(node)) {
    const isExpression = ['calculate', 'filter', 'expr', 'labelExpr', 'test'].includes(key) && typeof value === 'string';
    if (isExpression && !parses(value as string)) return value as string;
    const inner = brokenExpression(value);
    if (inner !== null) return inner;
  }
  return null;
}

function parses(expression: string): boolean {
  try {
    parseExpression(expression);
    return true;
  } catch {
    return false;
  }
}
