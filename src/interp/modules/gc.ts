/** The gc module: the program's view of the strategy's collector (CPython: Modules/gcmodule.c). */
import { FLAG_FINALIZED, FLAGS, REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { DICT_SPLIT, dictPut, newDict, SPLIT_TRACKED } from '../objects/dict.ts';
import { FRAME_LIVE } from '../objects/exception.ts';
import { generatorOfFrame } from '../objects/generator.ts';
import { isInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { LIST_ITEMS, LIST_LENGTH, listAppend, listOfEach, newList, newTuple } from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { asSize } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { isHeapType } from '../sizes.ts';
import { DESCRIPTORS, referentsOf } from './gc-referents.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

function generationArgument(rt: Runtime, value: Address, otherwise: number): number {
  if (value === 0 || value === rt.none) return otherwise;
  const generation = asSize(rt, value);
  if (generation < 0 || generation > 2) raiseValueError(rt, 'invalid generation');
  return generation;
}

function isTracked(rt: Runtime, object: Address): boolean {
  if (M[object + REP] === rt.dictInfo.rep && (M[object + DICT_SPLIT] & SPLIT_TRACKED) !== 0) return true;
  // A frame object joins the collector's lists of CPython when its frame ends.
  const isFrame = (M[object + REP] & 0xff) === KIND.frame;
  if (isFrame && (M[object + FRAME_LIVE] !== 0 || generatorOfFrame(rt, object) !== 0)) return false;
  // Built-in functions, descriptors and types made at boot are never traced here, but those that CPython allocates are objects like others to a program.
  if (object < rt.memory.heapStart) {
    const kind = M[object + REP] & 0xff;
    if (kind === KIND.builtin || DESCRIPTORS.has(kind) || (kind === KIND.type && isHeapType(rt.infoOfType(object))))
      return true;
  }
  return rt.heap.gc.isTracked(object);
}

function dictOfNumbers(rt: Runtime, numbers: Readonly<Record<string, number>>): Address {
  const dict = rt.push(newDict(rt));
  for (const [name, value] of Object.entries(numbers)) dictPut(rt, M[dict], name, newInt(rt, value));
  return rt.pop();
}

/** Lists objects that satisfy `keep`, in the collector's order. */
function listObjects(rt: Runtime, objects: readonly Address[]): Address {
  return listOfEach(rt, objects, (object) => rt.retain(object));
}

export const gcModule: ModuleSpec = {
  name: 'gc',
  functions: [
    {
      name: 'collect',
      arity: { params: 'generation=' },
      safe: true,
      fn: (rt, args) => {
        const generation = generationArgument(rt, M[args], 2);
        const pinned = rt.pinned;
        // Natives under way hold addresses: a collector that moves objects waits for them.
        if (rt.heap.capabilities.moves === 'never') rt.pinned = 0;
        const found = rt.heap.collect(generation, 'explicit');
        rt.pinned = pinned;
        return newInt(rt, found);
      },
    },
    {
      name: 'enable',
      arity: 'none',
      fn: (rt) => {
        rt.heap.gc.enabled = true;
        return rt.none;
      },
    },
    {
      name: 'disable',
      arity: 'none',
      fn: (rt) => {
        rt.heap.gc.enabled = false;
        return rt.none;
      },
    },
    { name: 'isenabled', arity: 'none', fn: (rt) => rt.bool(rt.heap.gc.enabled) },
    {
      name: 'get_count',
      arity: 'none',
      fn: (rt) =>
        newTuple(
          rt,
          rt.heap.gc.counts().map((count) => newInt(rt, count)),
        ),
    },
    {
      name: 'get_threshold',
      arity: 'none',
      fn: (rt) =>
        newTuple(
          rt,
          rt.heap.gc.thresholds.map((value) => newInt(rt, value)),
        ),
    },
    {
      name: 'set_threshold',
      arity: 'raw',
      fn: (rt, args, count) => {
        if (count < 1 || count > 3) raiseTypeError(rt, 'gc.set_threshold requires 1 to 3 arguments');
        const old = rt.heap.gc.thresholds;
        rt.heap.gc.thresholds = [0, 1, 2].map((index) => (index < count ? asSize(rt, M[args + 2 * index]) : old[index]!)) as [
          number,
          number,
          number,
        ];
        return rt.none;
      },
    },
    {
      name: 'get_stats',
      arity: 'none',
      fn: (rt) => {
        return listOfEach(rt, rt.heap.gc.stats(), ([collections, collected, uncollectable]) =>
          dictOfNumbers(rt, { collections, collected, uncollectable }),
        );
      },
    },
    { name: 'is_tracked', arity: 'one', fn: (rt, args) => rt.bool(isTracked(rt, M[args])) },
    { name: 'is_finalized', arity: 'one', fn: (rt, args) => rt.bool((M[M[args] + FLAGS] & FLAG_FINALIZED) !== 0) },
    {
      name: 'freeze',
      arity: 'none',
      fn: (rt) => {
        rt.heap.gc.freeze();
        return rt.none;
      },
    },
    {
      name: 'unfreeze',
      arity: 'none',
      fn: (rt) => {
        rt.heap.gc.unfreeze();
        return rt.none;
      },
    },
    { name: 'get_freeze_count', arity: 'none', fn: (rt) => newInt(rt, rt.heap.gc.freezeCount()) },
    {
      name: 'get_objects',
      arity: { params: 'generation=' },
      fn: (rt, args) => {
        const given = M[args];
        if (given !== 0 && given !== rt.none) {
          if (!isInt(rt, given) && rt.typeOf(given).index === null)
            raiseTypeError(rt, `argument should be integer or None, not '${rt.typeOf(given).name}'`);
          const generation = asSize(rt, given);
          if (generation < -1) raiseValueError(rt, 'generation parameter cannot be negative');
          if (generation > 2)
            raiseValueError(rt, 'generation parameter must be less than the number of available generations (3)');
          return listObjects(rt, rt.heap.gc.objects(generation));
        }
        return listObjects(rt, rt.heap.gc.objects(-1));
      },
    },
    {
      name: 'get_referrers',
      arity: 'raw',
      fn: (rt, args, count) => {
        const wanted: Address[] = [];
        for (let index = 0; index < count; index++) wanted.push(M[args + 2 * index]);
        const list = rt.push(newList(rt));
        for (const object of rt.heap.gc.objects(-1)) {
          if (object === M[list]) continue;
          if (referentsOf(rt, object).some((each) => wanted.includes(each))) listAppend(rt, M[list], rt.retain(object));
        }
        return rt.pop();
      },
    },
    {
      name: 'get_referents',
      arity: 'raw',
      fn: (rt, args, count) => {
        const found: Address[] = [];
        for (let index = 0; index < count; index++) {
          found.push(...referentsOf(rt, M[args + 2 * index]));
        }
        return listObjects(rt, found);
      },
    },
    {
      name: 'set_debug',
      arity: 'one',
      fn: (rt, args) => {
        rt.heap.gc.debug = asSize(rt, M[args]);
        return rt.none;
      },
    },
    { name: 'get_debug', arity: 'none', fn: (rt) => newInt(rt, rt.heap.gc.debug) },
  ],
  setup: (rt, dict) => {
    const garbage = newList(rt);
    const garbageRoot = rt.newRoot(rt.retain(garbage));
    dictPut(rt, dict, 'garbage', garbage);
    const callbacks = newList(rt);
    const callbacksRoot = rt.newRoot(rt.retain(callbacks));
    dictPut(rt, dict, 'callbacks', callbacks);
    const constants = { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 };
    for (const [name, value] of Object.entries(constants)) dictPut(rt, dict, name, newInt(rt, value));
    rt.heap.gc.onGarbage = (object) => listAppend(rt, M[garbageRoot], rt.retain(object));
    rt.heap.gc.reporter = {
      collecting: (generation, sizes, permanent) => {
        rt.report(
          `gc: collecting generation ${generation}...\n` +
            `gc: objects in each generation: ${sizes.join(' ')}\n` +
            `gc: objects in permanent generation: ${permanent}\n`,
        );
      },
      collectable: (object) => {
        rt.report(`gc: collectable <${rt.typeOf(object).name} 0x${rt.heap.identity(object).toString(16)}>\n`);
      },
      // Time is virtual: a collection takes none of it.
      done: (unreachable) => rt.report(`gc: done, ${unreachable} unreachable, 0 uncollectable, 0.0000s elapsed\n`),
    };
    rt.heap.gc.onPhase = (phase, generation, collected, uncollectable) => {
      if (M[M[callbacksRoot] + LIST_LENGTH] === 0) return;
      rt.ignoring('on invoking gc callbacks', () => {
        const slot = rt.push(dictOfNumbers(rt, { generation, collected, uncollectable }));
        for (let index = 0; index < M[M[callbacksRoot] + LIST_LENGTH]; index++) {
          const callback = M[M[M[callbacksRoot] + LIST_ITEMS] + 2 * index];
          const phaseText = rt.push(newStr(rt, phase));
          rt.callUnraisable(rt, callback, M[phaseText], M[slot]);
          rt.unwind(phaseText);
        }
        rt.unwind(slot);
      });
    };
  },
};
