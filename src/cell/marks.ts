/**
 * Marks: the clock's counts at the begin and end of each pause and collection and at each sample. With them every figure in cycles can be computed again from
 * another cost profile (`heaplab recost`), digit for digit.
 *
 * In the file a mark says what was counted since the mark before it began, and what was counted within it; a count of 0 is left out.
 */
import { assert } from '../base/assert.ts';
import { EVENTS } from '../heap/clock.ts';
import type { MarkRow } from '../results/rows.ts';

export interface Mark {
  readonly of: MarkRow['of'];
  /** Ordinal of its row among those of the run, from 1. */
  readonly no: number;
  readonly start: Float64Array;
  /** `start` for a point in time. */
  readonly end: Float64Array;
}

const indexOf: ReadonlyMap<string, number> = new Map(EVENTS.map((event, index) => [event.name, index]));

/** Where a snapshot lies in time: no event counts backwards, so the sum of all counts orders the snapshots of a run. */
export function position(counts: Float64Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** Rows in order of time. */
export function markRows(runId: string, marks: readonly Mark[]): MarkRow[] {
  const order = marks
    .map((mark, place) => ({ mark, place, at: position(mark.start) }))
    .sort((a, b) => a.at - b.at || a.place - b.place);
  let before: Float64Array = new Float64Array(EVENTS.length);
  return order.map(({ mark }) => {
    const row: MarkRow = {
      run_id: runId,
      of: mark.of,
      no: mark.no,
      since: difference(before, mark.start),
      within: difference(mark.start, mark.end),
    };
    before = mark.start;
    return row;
  });
}

function difference(from: Float64Array, to: Float64Array): string {
  const parts: string[] = [];
  EVENTS.forEach((event, index) => {
    const count = to[index]! - from[index]!;
    assert(count >= 0, 'a counter of the clock ran backwards between two marks');
    if (count > 0) parts.push(`${event.name}=${count}`);
  });
  return parts.join(' ');
}

/** Adds what `difference` wrote to `counts`; false when the text names something that is no event. */
export function addCounts(counts: Float64Array, text: string): boolean {
  if (text === '') return true;
  for (const part of text.split(' ')) {
    const [name = '', count = ''] = part.split('=', 2);
    const index = indexOf.get(name);
    if (index === undefined || !/^\d+$/.test(count)) return false;
    counts[index] = counts[index]! + Number(count);
  }
  return true;
}
