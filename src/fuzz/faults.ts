/**
 * Planted faults: the fuzzer's own test. Each breaks one strategy in one way that real collectors have been broken.
 *
 * A fault replaces methods of one strategy object, or stands in front of the model and the roots that one strategy sees, after both have been
 * made. Nothing in src/strategies or src/interp knows of it: a normal run cannot reach one and pays nothing. The verifier and the tracer keep
 * the true model and the true roots.
 */
import { assert } from '../base/assert.ts';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { EVENT, HOT } from '../heap/clock.ts';
import { FLAG_FINALIZED, FLAGS, REFCOUNT, REP, WEAK_REFERENT } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import type { ObjectModel } from '../heap/object-model.ts';
import type { Roots } from '../heap/roots.ts';
import type { Strategy, StrategyContext } from '../heap/strategy.ts';
import { KIND } from '../interp/objects/kinds.ts';
import { HEADER_BYTES, METER } from '../strategies/collectors/base-strategy.ts';
import { clearWeakref } from '../strategies/collectors/weak-chain.ts';
import type { Contestant } from './contestant.ts';

const W = WORDS;

/** Arguments and results are addresses and numbers, or are handed through unread. */
type Method = (...args: number[]) => number;

export interface Fault {
  readonly name: string;
  /** The strategy it is planted in. */
  readonly strategy: string;
  /** What is broken, in words. */
  readonly summary: string;
  /** Changes the model that the strategy sees. */
  readonly model?: (model: ObjectModel, context: StrategyContext) => void;
  /** Changes the roots that the strategy sees. */
  readonly roots?: (roots: Roots, own: { -readonly [K in keyof Roots]: Roots[K] }) => void;
  /** Changes the strategy. */
  readonly plant?: (strategy: Strategy, context: StrategyContext) => void;
  /** It lies in how a strategy is made, so each run needs a fresh one. */
  readonly freshEachTime?: true;
}

const kindOf = (object: Address): number => W[object + REP] & 0xff;

/** Puts a method in front of that of one object; `make` gets the original, bound. */
function replace(target: object, name: string, make: (original: Method) => Method): void {
  const holder = target as Record<string, Method>;
  const original = holder[name];
  assert(typeof original === 'function', 'a planted fault names a method that its target has');
  Object.defineProperty(target, name, { value: make(original.bind(target)), writable: true, configurable: true });
}

/** A part of a strategy that its type keeps private. */
function part(strategy: object, name: string): Record<string, Method> & Record<string, object> {
  const found = (strategy as Record<string, unknown>)[name];
  assert(typeof found === 'object' && found !== null, 'a planted fault names a part that its strategy has');
  return found as Record<string, Method> & Record<string, object>;
}

/** What a fault remembers between two calls. It is a field of the faulty strategy, so a machine that is put back begins with what it had after its boot. */
interface Memory {
  count: number;
}

let memories: Memory[] = [];

function memory(): Memory {
  const made = { count: 0 };
  memories.push(made);
  return made;
}

/** True every n-th time. */
function every(n: number): () => boolean {
  const calls = memory();
  return () => ++calls.count % n === 0;
}

/** The strategy sees one slot less of objects of a kind. */
const fewerSlots = (method: 'slots' | 'teardown' | 'clearable', kind: number, fewer: number) => (model: ObjectModel) =>
  replace(model, method, (original) => (object) => {
    const count = original(object);
    return kindOf(object) === kind ? Math.max(0, count - fewer) : count;
  });

const ALL = 1_000_000;
let runsSoFar = 0;

export const faults: readonly Fault[] = [
  {
    name: 'retain-missed-instance',
    strategy: 'refcount-cycle',
    summary: 'every 7th reference to an instance is not counted',
    plant: (strategy) => {
      const now = every(7);
      replace(
        strategy,
        'retain',
        (retain) => (object) => (object !== 0 && kindOf(object) === KIND.instance && now() ? 0 : retain(object)),
      );
    },
  },
  {
    name: 'retain-missed-list',
    strategy: 'refcount',
    summary: 'every 5th reference to a list is not counted',
    plant: (strategy) => {
      const now = every(5);
      replace(
        strategy,
        'retain',
        (retain) => (object) => (object !== 0 && kindOf(object) === KIND.list && now() ? 0 : retain(object)),
      );
    },
  },
  {
    name: 'release-missed-on-overwrite',
    strategy: 'refcount',
    summary: 'every 5th reference to a tuple is not dropped',
    plant: (strategy) => {
      const now = every(5);
      replace(
        strategy,
        'release',
        (release) => (object) => (object !== 0 && kindOf(object) === KIND.tuple && now() ? 0 : release(object)),
      );
    },
  },
  {
    name: 'release-before-retain',
    strategy: 'refcount-cycle',
    summary: 'the old value of a slot is released while it is stored over, and again afterwards',
    plant: (strategy, { memory }) =>
      replace(strategy, 'store', (store) => (owner, slot, value) => {
        const old = W[slot];
        const result = store(owner, slot, value);
        if (old >= memory.heapStart && kindOf(old) === KIND.list && W[old] === 1) strategy.release(old);
        return result;
      }),
  },
  {
    name: 'last-child-skipped',
    strategy: 'refcount',
    summary: 'a dying list keeps the reference to its last item',
    model: fewerSlots('teardown', KIND.list, 1),
  },
  {
    name: 'argument-leaked',
    strategy: 'refcount-cycle',
    summary: 'bound methods are counted twice',
    plant: (strategy) =>
      replace(strategy, 'retain', (retain) => (object) => {
        if (object !== 0 && kindOf(object) === KIND.method) retain(object);
        return retain(object);
      }),
  },
  {
    name: 'exception-leaked',
    strategy: 'arena-pools',
    summary: 'every 3rd reference to an exception is not dropped',
    plant: (strategy) => {
      const now = every(3);
      replace(
        strategy,
        'release',
        (release) => (object) => (object !== 0 && kindOf(object) === KIND.exception && now() ? 0 : release(object)),
      );
    },
  },
  {
    name: 'generator-locals-not-traced',
    strategy: 'refcount-cycle',
    summary: 'cycles through the locals of suspended generators are not seen',
    model: fewerSlots('slots', KIND.generator, ALL),
  },
  {
    name: 'cell-not-traced',
    strategy: 'mark-sweep',
    summary: 'the content of a closure cell is not traced',
    model: fewerSlots('slots', KIND.cell, ALL),
  },
  {
    name: 'method-not-traced',
    strategy: 'refcount-cycle',
    summary: 'cycles through bound methods are not seen',
    model: fewerSlots('slots', KIND.method, ALL),
  },
  {
    name: 'slot-not-traced',
    strategy: 'mark-sweep',
    summary: 'the last slot of an instance is not traced',
    model: fewerSlots('slots', KIND.instance, 1),
  },
  {
    name: 'tuple-end-not-marked',
    strategy: 'mark-sweep',
    summary: 'the last item of a tuple is not marked',
    model: fewerSlots('slots', KIND.tuple, 1),
  },
  {
    name: 'dict-slot-not-updated',
    strategy: 'semispace',
    summary: 'the last slot of a dict still points to from-space',
    model: fewerSlots('slots', KIND.dict, 1),
  },
  {
    name: 'generator-not-traced',
    strategy: 'semispace',
    summary: 'the slots of suspended generators are not traced',
    model: fewerSlots('slots', KIND.generator, ALL),
  },
  {
    name: 'cycle-not-broken',
    strategy: 'refcount-cycle',
    summary: 'clearing an instance leaves its slots',
    model: fewerSlots('clearable', KIND.instance, ALL),
  },
  {
    name: 'self-edge-twice',
    strategy: 'refcount-cycle',
    summary: 'a list that holds itself is subtracted from twice',
    model: (model) =>
      replace(model, 'slots', (slots) => (object) => {
        const count = slots(object);
        if (kindOf(object) !== KIND.list) return count;
        for (let index = 0; index < count; index++) {
          if (W[model.slotScratch[index]] !== object || count + 1 >= model.slotScratch.length) continue;
          model.slotScratch[count] = model.slotScratch[index];
          return count + 1;
        }
        return count;
      }),
  },
  {
    name: 'restore-skips-dict',
    strategy: 'refcount-cycle',
    summary: 'what a reachable dict holds is not taken back from the unreachable',
    plant: (strategy, { model }) => {
      const moving = memory();
      replace(part(strategy, 'cycles'), 'moveUnreachable', (move) => (...args) => {
        moving.count = 1;
        const result = move(...args);
        moving.count = 0;
        return result;
      });
      replace(model, 'slots', (slots) => (object) => (moving.count === 1 && kindOf(object) === KIND.dict ? 0 : slots(object)));
    },
  },
  {
    name: 'finalized-flag-not-set',
    strategy: 'refcount-cycle',
    summary: 'a finalizer does not leave its mark, and runs again',
    model: (model) =>
      replace(model, 'finalize', (finalize) => (object) => {
        const result = finalize(object);
        W[object + FLAGS] &= ~FLAG_FINALIZED;
        return result;
      }),
  },
  {
    name: 'resurrected-freed',
    strategy: 'arena-pools',
    summary: 'what a finalizer has resurrected is freed all the same',
    plant: (strategy) => {
      const cycles = part(strategy, 'cycles');
      const lists = cycles['lists'] as unknown as { merge(from: Address, to: Address): void };
      const trash = cycles['unreachable'] as unknown as Address;
      replace(cycles, 'findUnreachable', (find) => (list, into) => {
        if (list !== trash) return find(list, into);
        lists.merge(list, into);
        return 0;
      });
    },
  },
  {
    name: 'tuple-untracked-for-good',
    strategy: 'refcount-cycle',
    summary: 'every tuple is untracked by the first collection that sees it',
    model: (model) =>
      replace(model, 'canUntrack', (can) => (object, full) => (kindOf(object) === KIND.tuple ? 1 : can(object, full))),
  },
  {
    name: 'dict-never-tracked',
    strategy: 'arena-pools',
    summary: 'dicts are not entered into the lists of the collector',
    plant: (strategy) => replace(strategy, 'track', (track) => (object) => (kindOf(object) === KIND.dict ? 0 : track(object))),
  },
  {
    name: 'young-only',
    strategy: 'refcount-cycle',
    summary: 'a full collection leaves out the oldest generation',
    plant: (strategy) =>
      replace(strategy, 'collect', (collect) => (generation, trigger) => collect(Math.min(generation, 1), trigger)),
  },
  {
    name: 'temporary-root-missed',
    strategy: 'mark-sweep',
    summary: 'the topmost stack slot is no root',
    roots: (roots, own) => {
      own.stackEnd = () => Math.max(roots.stackStart, roots.stackEnd() - 2);
    },
  },
  {
    name: 'deep-frame-missed',
    strategy: 'mark-sweep',
    summary: 'the lowest slots of the stack are no roots',
    roots: (roots, own) => {
      Object.defineProperty(own, 'stackStart', { value: roots.stackStart + 12 });
    },
  },
  {
    name: 'root-table-end-missed',
    strategy: 'mark-sweep',
    summary: 'the last named root is no root',
    roots: (roots, own) => {
      own.tableEnd = () => roots.tableEnd() - 2;
    },
  },
  {
    name: 'temporary-root-not-updated',
    strategy: 'semispace',
    summary: 'the topmost stack slot still points to from-space',
    roots: (roots, own) => {
      own.stackEnd = () => Math.max(roots.stackStart, roots.stackEnd() - 2);
    },
  },
  {
    name: 'sweep-skips-cells',
    strategy: 'mark-sweep',
    summary: 'dead objects at some addresses are never swept',
    plant: (strategy) => replace(strategy, 'freeObject', (free) => (object) => (object % 256 === 0 ? 0 : free(object))),
  },
  {
    name: 'mark-bit-not-cleared',
    strategy: 'mark-sweep',
    summary: 'some objects start the next collection as marked',
    plant: (strategy) =>
      replace(strategy, 'sweep', (sweep) => (record) => {
        const result = sweep(record);
        const now = every(29);
        const marks = part(strategy, 'marks') as unknown as { add(object: Address): void };
        strategy.objects((object) => {
          if (kindOf(object) === KIND.list && now()) marks.add(object);
        });
        return result;
      }),
  },
  {
    name: 'mark-stack-too-small',
    strategy: 'mark-sweep',
    summary: 'the mark stack does not grow and drops what does not fit',
    plant: (strategy) => {
      Object.assign(strategy, { stack: new Int32Array(96) });
      replace(strategy, 'growStack', () => () => 0);
    },
  },
  {
    name: 'weakref-not-cleared',
    strategy: 'mark-sweep',
    summary: 'weak references to the dead are not cleared',
    plant: (strategy) => replace(strategy, 'clearDeadChain', () => () => 0),
  },
  {
    name: 'weak-list-forgotten',
    strategy: 'refcount',
    summary: 'a dying object does not clear its weak references',
    model: (model) => replace(model, 'weakListSlot', () => () => 0),
  },
  {
    name: 'weakref-not-detached',
    strategy: 'refcount-cycle',
    summary: 'a dying weak reference stays in the chain of its referent',
    model: (model) => replace(model, 'detachWeakref', () => () => 0),
  },
  {
    name: 'weakref-cleared-too-early',
    strategy: 'arena-pools',
    summary: 'collections clear weak references to the living',
    plant: (strategy, { model }) =>
      replace(strategy, 'collect', (collect) => (generation, trigger) => {
        strategy.objects((object) => {
          if (model.isWeakref(object) && W[object + WEAK_REFERENT] !== 0 && kindOf(W[object + WEAK_REFERENT]) === KIND.instance)
            clearWeakref(W, model, object);
        });
        return collect(generation, trigger);
      }),
  },
  {
    name: 'callback-twice',
    strategy: 'refcount-cycle',
    summary: 'the callback of a weak reference runs twice',
    model: (model) =>
      replace(model, 'runCallback', (run) => (weakref) => {
        run(weakref);
        return run(weakref);
      }),
  },
  {
    name: 'callback-lost',
    strategy: 'semispace',
    summary: 'callbacks of weak references do not run',
    model: (model) => replace(model, 'runCallback', () => () => 0),
  },
  {
    name: 'finalizer-lost',
    strategy: 'mark-sweep',
    summary: 'every second object with a finalizer is taken for one without',
    model: (model) => {
      const now = every(2);
      replace(model, 'hasFinalizer', (has) => (object) => (kindOf(object) === KIND.instance && now() ? 0 : has(object)));
    },
  },
  {
    name: 'forwarding-not-checked',
    strategy: 'semispace',
    summary: 'every 40th time an instance that has been copied already is copied again',
    plant: (strategy, { memory }) => {
      const now = every(40);
      replace(strategy, 'copy', (copy) => (object) => {
        if (
          object >= memory.heapStart &&
          W[object + REFCOUNT] < -1 &&
          kindOf(-W[object + REFCOUNT]) === KIND.instance &&
          now()
        ) {
          W[object + REFCOUNT] = 1;
        }
        return copy(object);
      });
    },
  },
  {
    name: 'copy-too-short',
    strategy: 'semispace',
    summary: 'the last words of larger blocks are not copied',
    plant: (strategy) =>
      replace(strategy, 'copyWords', (copy) => (from, to, words) => copy(from, to, words > 24 ? words - 4 : words)),
  },
  {
    name: 'weak-slot-not-forwarded',
    strategy: 'semispace',
    summary: 'chains of weak references are not linked anew after copying',
    plant: (strategy) => replace(strategy, 'relinkChain', () => () => 0),
  },
  {
    name: 'identity-lost',
    strategy: 'semispace',
    summary: 'an object that moves gets a new identity',
    plant: (strategy) =>
      replace(strategy, 'trace', (trace) => (record) => {
        Object.assign(strategy, { identities: new Map() });
        return trace(record);
      }),
  },
  {
    name: 'caches-not-told',
    strategy: 'semispace',
    summary: 'the interpreter is not told that objects have moved',
    model: (model) => replace(model, 'moved', () => () => 0),
  },
  {
    name: 'size-class-off-by-one',
    strategy: 'mark-sweep',
    summary: 'blocks are given back with 16 bytes more than they have',
    plant: (strategy) =>
      replace(
        part(strategy, 'allocator'),
        'free',
        (free) => (address, bytes) => free(address, bytes > 64 ? bytes + 16 : bytes),
      ),
  },
  {
    name: 'freed-twice',
    strategy: 'arena-pools',
    summary: 'every 31st block is put into its free list twice',
    plant: (strategy) => {
      const now = every(31);
      replace(part(strategy, 'allocator'), 'free', (free) => (address, bytes) => {
        if (now()) free(address, bytes);
        return free(address, bytes);
      });
    },
  },
  {
    name: 'block-too-small',
    strategy: 'refcount',
    summary: 'every 50th block is 16 bytes short and runs into its neighbour',
    plant: (strategy) => {
      const now = every(50);
      replace(
        part(strategy, 'allocator'),
        'allocate',
        (allocate) => (bytes) => allocate(bytes > 64 && now() ? bytes - 16 : bytes),
      );
    },
  },
  {
    name: 'buffer-leaked',
    strategy: 'mark-sweep',
    summary: 'every 9th buffer is not given back',
    plant: (strategy) => {
      const now = every(9);
      replace(strategy, 'freeBuffer', (free) => (address, bytes, freeList) => (now() ? 0 : free(address, bytes, freeList)));
    },
  },
  {
    name: 'resize-copies-too-little',
    strategy: 'refcount-cycle',
    summary: 'a buffer that grows loses its last words',
    plant: (strategy) =>
      replace(strategy, 'resizeBuffer', (resize) => (address, oldBytes, newBytes) => {
        const moved = resize(address, oldBytes, newBytes);
        if (newBytes > oldBytes && oldBytes >= 32) W.fill(0, moved + (oldBytes >> 2) - 2, moved + (oldBytes >> 2));
        return moved;
      }),
  },
  {
    name: 'bytes-miscounted',
    strategy: 'refcount',
    summary: 'bytes in use are wrong after a buffer was resized',
    plant: (strategy) =>
      replace(strategy, 'resizeBuffer', (resize) => (address, oldBytes, newBytes) => {
        METER[HEADER_BYTES] += 16;
        return resize(address, oldBytes, newBytes);
      }),
  },
  {
    name: 'decrement-charged-twice',
    strategy: 'refcount',
    summary: 'every 5th reference that is dropped is charged twice',
    plant: (strategy) => {
      const now = every(5);
      replace(strategy, 'release', (release) => (object) => {
        if (object !== 0 && W[object] > 0 && now()) HOT[EVENT.refcount_dec]++;
        return release(object);
      });
    },
  },
  {
    name: 'resize-not-charged',
    strategy: 'semispace',
    summary: 'a buffer that is resized charges no allocation',
    plant: (strategy) =>
      replace(strategy, 'resizeBuffer', (resize) => (address, oldBytes, newBytes) => {
        const before = HOT[EVENT.alloc_fast];
        const moved = resize(address, oldBytes, newBytes);
        HOT[EVENT.alloc_fast] = before;
        return moved;
      }),
  },
  {
    name: 'host-order-leaks-in',
    strategy: 'mark-sweep',
    summary: 'the trigger of collections depends on what the process did before',
    freshEachTime: true,
    plant: (strategy) => {
      const odd = ++runsSoFar % 2 === 1;
      replace(strategy, 'collect', (collect) => (generation, trigger) => {
        if (odd) strategy.clock.fold();
        const found = collect(generation, trigger);
        if (odd) strategy.clock.total[strategy.clock.total.length - 1]++;
        return found;
      });
    },
  },
];

/** The fault of that name; throws UserError with the nearest name. */
export function findFault(name: string): Fault {
  const found = faults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  const near = nearestName(
    name,
    faults.map((fault) => fault.name),
  );
  throw new UserError(`unknown fault '${name}'${near === null ? '' : `: did you mean '${near}'?`}`, {
    hint: 'heaplab fuzz selftest lists them',
  });
}

/** The contestant with the fault planted, when it is the fault's strategy; any other as it is. */
export function withFault(contestant: Contestant, name: string): Contestant {
  const fault = findFault(name);
  if (fault.strategy !== contestant.name) return contestant;
  return {
    ...contestant,
    variant: name,
    restorable: fault.freshEachTime !== true,
    create: (context) => {
      memories = [];
      const model = frontOf(context.model);
      const roots = Object.create(context.roots) as Roots;
      fault.roots?.(context.roots, roots);
      fault.model?.(model, context);
      const seen = { ...context, model, roots };
      const strategy = contestant.create(seen);
      fault.plant?.(strategy, seen);
      Object.assign(strategy, { memoriesOfFault: memories });
      return strategy;
    },
  };
}

/** An object that answers as the model does, and whose methods can be replaced without the model's being so. */
function frontOf(model: ObjectModel): ObjectModel {
  const front = Object.create(model) as ObjectModel;
  for (const name of ['slotScratch', 'byteScratch'] as const) {
    Object.defineProperty(front, name, {
      get: () => model[name],
      set: (value: Int32Array) => {
        model[name] = value;
      },
    });
  }
  // Looked up when they are called: the fuzzer watches these two on the true model, once the strategy has been made.
  front.finalize = (object) => model.finalize(object);
  front.runCallback = (weakref) => model.runCallback(weakref);
  return front;
}
