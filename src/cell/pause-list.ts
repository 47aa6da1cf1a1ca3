/**
 * The pauses of a run: collections, cascades and finalizers in order of time, none inside another. A collection that a finalizer set off lies inside that
 * finalizer's pause and is part of it. GC cost is defined as the sum of this list.
 */
import type { CollectionRecord, PauseRecord } from '../heap/strategy.ts';
import type { PauseRow } from '../results/rows.ts';
import { position } from './marks.ts';

export interface Pause {
  readonly kind: PauseRow['kind'];
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The list of what a strategy recorded. */
export function pauseList(collections: readonly CollectionRecord[], others: readonly PauseRecord[]): Pause[] {
  const all = [
    ...collections.map((record) => ({ kind: 'stop-the-world' as const, record })),
    ...others.map((record) => ({ kind: record.kind, record })),
  ].map(({ kind, record }) => ({
    pause: { kind, start: record.eventsStart, end: record.eventsEnd },
    from: position(record.eventsStart),
    to: position(record.eventsEnd),
  }));
  all.sort((a, b) => a.from - b.from || b.to - a.to);
  const list: Pause[] = [];
  let reached = -1;
  for (const { pause, to } of all) {
    if (to <= reached) continue;
    list.push(pause);
    reached = to;
  }
  return list;
}
