/** What `sys._debugmallocstats` prints: the pools, where the strategy has any, and the dead objects in the free lists (CPython: Objects/obmalloc.c, object.c). */
import { DICT_BYTES, DICT_FREE_LIST, KEYS_FREE_LIST } from '../objects/dict.ts';
import { FLOAT_BYTES, FLOAT_FREE_LIST } from '../objects/float.ts';
import { LIST_BYTES, LIST_FREE_LIST } from '../objects/sequence.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** Free lists 1..20 are those of tuples by length. */
const TUPLE_LISTS = 20;
const EMPTY_TUPLE_BYTES = 24;
const DICT_KEYS_BYTES = 32;

function row(count: number, what: string, bytes: number): string {
  return `${`${count} ${what} * ${bytes} bytes each`.padStart(48)} =${String(count * bytes)
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .padStart(21)}\n`;
}

export function mallocStats(rt: Runtime): string {
  const pools = rt.heap.poolStatistics?.() ?? null;
  const kept = rt.heap.keptObjects?.() ?? [];
  let text = pools === null ? '' : `${pools}\n`;
  text += row(kept[DICT_FREE_LIST] ?? 0, 'free PyDictObjects', DICT_BYTES);
  // CPython's text gives the bytes of the table's header alone.
  text += row(kept[KEYS_FREE_LIST] ?? 0, 'free PyDictKeysObjects', DICT_KEYS_BYTES);
  text += row(kept[FLOAT_FREE_LIST] ?? 0, 'free PyFloatObjects', FLOAT_BYTES);
  text += row(kept[LIST_FREE_LIST] ?? 0, 'free PyListObjects', LIST_BYTES);
  for (let length = 1; length <= TUPLE_LISTS; length++) {
    text += row(kept[length] ?? 0, `free ${length}-sized PyTupleObjects`, EMPTY_TUPLE_BYTES + 8 * length);
  }
  return text;
}
