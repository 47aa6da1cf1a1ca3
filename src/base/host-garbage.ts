/** The host's own garbage, collected when we say so. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

/**
 * Collects the host's garbage and lets it free what it holds outside V8's heap, which it does in a turn of its own. For objects that are small to V8 and
 * large to the system: V8 is in no hurry with them. Takes 10 to 100 ms. V8 throws away code that was made for
 * classes of which no object lives any more.
 */
export async function collectHostGarbage(): Promise<void> {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  await setImmediate();
}
