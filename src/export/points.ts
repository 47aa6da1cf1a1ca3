/** Reads the points that a user names. */
import { UserError } from '../base/errors.ts';
import type { SnapshotPoint } from './snapshot-taker.ts';

/** `LINE` or `LINE:HIT`. */
export function parseLinePoint(text: string): SnapshotPoint {
  const match = /^([1-9]\d{0,6})(?::([1-9]\d{0,8}))?$/.exec(text);
  if (match === null) {
    throw new UserError(`--at '${text}' is not LINE or LINE:HIT`, {
      hint: 'for example --at 12, or --at 12:3 for the third time',
    });
  }
  return { kind: 'line', line: Number(match[1]), hit: Number(match[2] ?? 1) };
}

/** The number of a collection, from 1. */
export function parseCollectionPoint(text: string): SnapshotPoint {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new UserError(`--collection '${text}' is not the number of a collection`, { hint: 'the first one is 1' });
  }
  return { kind: 'collection', number: Number(text) };
}
