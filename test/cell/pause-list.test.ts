import { expect, test } from 'vitest';
import { pauseList } from '../../src/cell/pause-list.ts';
import { EVENT, EVENTS } from '../../src/heap/clock.ts';
import type { CollectionRecord, PauseRecord } from '../../src/heap/strategy.ts';

function counts(edges: number): Float64Array {
  const vector = new Float64Array(EVENTS.length);
  vector[EVENT.edge] = edges;
  return vector;
}

/** `collection 10-20 finalizer 10-30`: begins and ends in events counted so far. Gives the list in the same notation. */
function listed(notation: string): string {
  const collections: CollectionRecord[] = [];
  const pauses: PauseRecord[] = [];
  const words = notation.split(' ');
  for (let index = 0; index < words.length; index += 2) {
    const [begin = 0, end = 0] = words[index + 1]!.split('-').map(Number);
    const record = { kind: words[index], eventsStart: counts(begin), eventsEnd: counts(end) };
    if (record.kind === 'collection') collections.push(record as CollectionRecord);
    else pauses.push(record as PauseRecord);
  }
  return pauseList(collections, pauses)
    .map(({ kind, start, end }) => `${kind} ${start[EVENT.edge]}-${end[EVENT.edge]}`)
    .join(' ');
}

test.each([
  ['collection 50-60 cascade 10-20', 'cascade 10-20 stop-the-world 50-60'],
  // One inside another is part of it, wherever in it.
  ['collection 12-18 finalizer 10-30', 'finalizer 10-30'],
  ['collection 10-20 finalizer 10-30', 'finalizer 10-30'],
  ['collection 20-30 finalizer 10-30', 'finalizer 10-30'],
  ['finalizer 10-30 cascade 12-14 cascade 15-16 collection 40-50', 'finalizer 10-30 stop-the-world 40-50'],
  // One that follows at once is a pause of its own.
  ['collection 10-20 cascade 20-30', 'stop-the-world 10-20 cascade 20-30'],
])('%s', (notation, list) => {
  expect(listed(notation)).toBe(list);
});
