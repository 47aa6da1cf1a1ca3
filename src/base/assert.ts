import { LabBug } from './errors.ts';

/**
 * Throws a `LabBug` unless `condition` holds.
 *
 * `sentence` is a constant: a built message is paid for on every call, also when the condition holds, and costs about twenty
 * times as much as the check.
 */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new LabBug(sentence);
}
