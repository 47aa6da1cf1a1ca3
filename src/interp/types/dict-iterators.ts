/** Iterators over dicts, forwards and backwards, and their views (CPython: dictiter_* in Objects/dictobject.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { DICT_USED, dictEntryKey, dictEntryValue, dictNext, dictPrevious } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import {
  DICT_ITER_BYTES,
  DICT_ITER_DICT,
  DICT_ITER_LEFT,
  DICT_ITER_POSITION,
  DICT_ITER_RESULT,
  DICT_ITER_SIZE,
  exhaust,
} from '../objects/iterator.ts';
import { pairFromStack } from '../objects/result-tuple.ts';
import { raise } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { REMAINING_REDUCE } from './iterator-state.ts';
import { iterateSelf } from './sequence-iterators.ts';

const M = WORDS;

/** What an iterator gives of the entry at `index`, owned. */
type Part = (rt: Runtime, dict: Address, index: number, iterator: Address) => Address;

const key: Part = (rt, dict, index) => rt.retain(dictEntryKey(rt, dict, index));
const value: Part = (rt, dict, index) => rt.retain(dictEntryValue(rt, dict, index));
const item: Part = (rt, dict, index, iterator) => {
  rt.push(key(rt, dict, index, iterator));
  rt.push(value(rt, dict, index, iterator));
  return pairFromStack(rt, M[iterator + DICT_ITER_RESULT]);
};

/** Place of the next entry, or -1 at the end; raises RuntimeError when keys have come or gone. */
function advance(rt: Runtime, iterator: Address, dict: Address, backwards: boolean): number {
  if (M[iterator + DICT_ITER_SIZE] !== M[dict + DICT_USED]) {
    // The error stays for good.
    M[iterator + DICT_ITER_SIZE] = -1;
    raise(rt, 'RuntimeError', 'dictionary changed size during iteration');
  }
  const position = M[iterator + DICT_ITER_POSITION];
  const index = backwards ? dictPrevious(rt, dict, position) : dictNext(rt, dict, position);
  if (index < 0) return -1;
  if (M[iterator + DICT_ITER_LEFT] === 0) {
    exhaust(rt, iterator);
    raise(rt, 'RuntimeError', 'dictionary keys changed during iteration');
  }
  M[iterator + DICT_ITER_POSITION] = backwards ? index - 1 : index + 1;
  M[iterator + DICT_ITER_LEFT]--;
  return index;
}

function nextOf(part: Part, backwards: boolean): NonNullable<TypeInfo['next']> {
  return (rt, iterator) => {
    const dict = M[iterator + DICT_ITER_DICT];
    if (dict === 0) return 0;
    const index = advance(rt, iterator, dict, backwards);
    return index < 0 ? exhaust(rt, iterator) : part(rt, dict, index, iterator);
  };
}

function lengthHint(rt: Runtime, args: Address): Address {
  const iterator = M[args];
  const dict = M[iterator + DICT_ITER_DICT];
  const same = dict !== 0 && M[iterator + DICT_ITER_SIZE] === M[dict + DICT_USED];
  return newInt(rt, same ? M[iterator + DICT_ITER_LEFT] : 0);
}

export function defineDictIterators(rt: Runtime): void {
  const define = (name: string, part: Part, backwards: boolean): TypeInfo =>
    defineType(rt, {
      name,
      kind: 'record',
      basicBytes: DICT_ITER_BYTES,
      fields: 2,
      collectable: true,
      baseType: false,
      abstract: true,
      iter: iterateSelf,
      next: nextOf(part, backwards),
      methods: [
        {
          name: '__length_hint__',
          arity: 'none',
          fn: lengthHint,
          doc: 'Private method returning an estimate of len(list(it)).',
        },
        REMAINING_REDUCE,
      ],
    });
  rt.dictKeyIteratorInfo = define('dict_keyiterator', key, false);
  rt.dictValueIteratorInfo = define('dict_valueiterator', value, false);
  rt.dictItemIteratorInfo = define('dict_itemiterator', item, false);
  define('dict_reversekeyiterator', key, true);
  define('dict_reversevalueiterator', value, true);
  define('dict_reverseitemiterator', item, true);
}
