/**
 * The module random: the generator and its distributions here, the class Random and what works on collections in py/random.py. An instance holds the state of
 * the Mersenne Twister in its block, as CPython's _random.Random does.
 *
 * ```
 *  word 4 words given out; 5... 624 words of state; 630,631 second value of gauss() (a double, NaN: none)        2528 bytes
 * ```
 */

import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, DOUBLES, WORDS } from '../../heap/memory.ts';
import { MersenneTwister } from '../numeric/mersenne-twister.ts';
import * as variates from '../numeric/random-variates.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { bytesView, isBytes, newBytes } from '../objects/bytes.ts';
import { dictGetStr, dictSetStr } from '../objects/dict.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { intToBigInt, intToSafeNumber, isInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, newListOf, newTupleFromTop, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { pure, raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, asDouble, asSize, forEach, getItem, hashOf, length, setItem } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_DICT } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { codePointsOf } from '../text/code-points.ts';
import { encodeText } from '../text/encode.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';
import { HeapTwister, MethodTwister } from './random-twister.ts';
import { asPythonMethod } from './records.ts';

const M = WORDS;
const U8 = BYTES;
const F64 = DOUBLES;

const GAUSS = 630;
const RANDOM_BYTES = 2528;

/** One scratch generator a machine; it holds nothing between calls. */
function heapTwister(rt: Runtime, self: Address): HeapTwister {
  let twister = rt.moduleState.get('random') as HeapTwister | undefined;
  if (twister === undefined) {
    twister = new HeapTwister(rt);
    rt.moduleState.set('random', twister);
  }
  return twister.attach(self);
}

/** The source that a method draws from: the instance's state, unless its class overrides random() or getrandbits(). */
function twisterOf(rt: Runtime, slot: Address): MersenneTwister {
  const self = M[slot];
  const info = rt.typeOf(self);
  const base = rt.types['_RandomBase']!;
  // The first class that has either decides; bits come before floats.
  for (const each of info.mro) {
    if (each === base) break;
    const has = (name: string): boolean => dictGetStr(rt, M[each.address + TYPE_DICT], intern(rt, name)) !== 0;
    const ownBits = has('getrandbits');
    if (ownBits || has('random')) return new MethodTwister(rt, slot, ownBits);
  }
  return heapTwister(rt, self);
}

/** A seed for generators that are given none: the same in every run, different for each of them. */
function defaultSeed(rt: Runtime): bigint {
  return BigInt(Math.floor(rt.virtualSeconds * 1e9)) + 0x9e3779b97f4a7c15n;
}

function bytesOfSeed(rt: Runtime, object: Address): Uint8Array | null {
  if (isStr(rt, object)) return encodeText(codePointsOf(strText(rt, object)));
  if (isBytes(rt, object)) return bytesView(rt, object).slice();
  if ((M[object + REP] & 0xff) === KIND.bytearray) {
    const start = M[object + 6] * 4;
    return U8.slice(start, start + M[object + 4]);
  }
  return null;
}

/** What seeding by text and bytes did before Python 3.2 (version 1). */
function oldSeed(points: readonly number[]): bigint {
  let x = points.length === 0 ? 0n : BigInt(points[0]!) << 7n;
  for (const point of points) x = BigInt.asUintN(64, (1000003n * x) ^ BigInt(point));
  x ^= BigInt(points.length);
  return x === 0xffffffffffffffffn ? -2n : x;
}

const seed: NativeSpec = {
  name: 'seed',
  arity: { params: 'a=, version=' },
  doc: 'Initialize internal state from a seed.',
  fn: (rt, args) => {
    const given = M[args + 2];
    const version = M[args + 4] === 0 ? 2 : Number(asBigInt(rt, M[args + 4]));
    const source = new MersenneTwister();
    if (given === 0 || given === rt.none) source.seedInt(defaultSeed(rt));
    else if (isInt(rt, given)) source.seedInt(intToBigInt(rt, given));
    else if (isFloat(rt, given)) {
      hashOf(rt, given);
      source.seedHash((BigInt(rt.hashHigh) << 32n) | BigInt(rt.hashLow >>> 0));
    } else {
      const bytes = bytesOfSeed(rt, given);
      if (bytes === null)
        raiseTypeError(rt, 'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.');
      if (version === 1 && (isStr(rt, given) || isBytes(rt, given))) {
        const old = oldSeed(isStr(rt, given) ? codePointsOf(strText(rt, given)) : [...bytes]);
        source.seedInt(old);
      } else source.seedBytes(bytes);
    }
    heapTwister(rt, M[args]).take(source);
    F64[(M[args] + GAUSS) >> 1] = Number.NaN;
    return rt.none;
  },
};

type FloatVariate = (twister: MersenneTwister, ...parameters: number[]) => number;

/** A distribution of float parameters; `defaults` has undefined for those that must be given. */
function variate(name: string, params: string, compute: FloatVariate, defaults: readonly (number | undefined)[]): NativeSpec {
  return {
    name,
    arity: { params },
    fn: (rt, args) => {
      const parameters = defaults.map((standard, index) => {
        const given = M[args + 2 + 2 * index];
        return given === 0 || (given === rt.none && standard === undefined) ? standard : asDouble(rt, given);
      });
      const twister = twisterOf(rt, args);
      return newFloat(
        rt,
        pure(rt, () => compute(twister, ...(parameters as number[]))),
      );
    },
  };
}

const gauss: NativeSpec = {
  name: 'gauss',
  arity: { params: 'mu=, sigma=' },
  fn: (rt, args) => {
    const mu = M[args + 2] === 0 ? 0 : asDouble(rt, M[args + 2]);
    const sigma = M[args + 4] === 0 ? 1 : asDouble(rt, M[args + 4]);
    const kept = F64[(M[args] + GAUSS) >> 1];
    const state: variates.GaussState = { gaussNext: Number.isNaN(kept) ? undefined : kept };
    const twister = twisterOf(rt, args);
    const value = pure(rt, () => variates.gauss(twister, state, mu, sigma));
    F64[(M[args] + GAUSS) >> 1] = state.gaussNext ?? Number.NaN;
    return newFloat(rt, value);
  },
};

function intIndex(rt: Runtime, object: Address): bigint {
  return asBigInt(rt, object);
}

const integers: readonly NativeSpec[] = [
  {
    name: 'randrange',
    arity: { params: 'start, stop=, step=' },
    fn: (rt, args) => {
      const first = intIndex(rt, M[args + 2]);
      const twister = twisterOf(rt, args);
      if (M[args + 4] === 0 || M[args + 4] === rt.none) {
        if (M[args + 6] !== 0 && intIndex(rt, M[args + 6]) !== 1n) {
          raiseTypeError(rt, 'Missing a non-None stop argument');
        }
        return newBigInt(
          rt,
          pure(rt, () => variates.randrange(twister, 0n, first, 1n, true)),
        );
      }
      const stop = intIndex(rt, M[args + 4]);
      const step = M[args + 6] === 0 ? 1n : intIndex(rt, M[args + 6]);
      return newBigInt(
        rt,
        pure(rt, () => variates.randrange(twister, first, stop, step)),
      );
    },
  },
  {
    name: 'randint',
    arity: { params: 'a, b' },
    fn: (rt, args) => {
      const twister = twisterOf(rt, args);
      const first = isInt(rt, M[args + 2]) ? intToSafeNumber(rt, M[args + 2]) : Number.NaN;
      const last = isInt(rt, M[args + 4]) ? intToSafeNumber(rt, M[args + 4]) : Number.NaN;
      const width = last - first + 1;
      if (width >= 1 && width <= 0xffffffff) return newInt(rt, first + twister.below(width));
      const a = intIndex(rt, M[args + 2]);
      const b = intIndex(rt, M[args + 4]);
      return newBigInt(
        rt,
        pure(rt, () => variates.randint(twister, a, b)),
      );
    },
  },
  {
    name: 'getrandbits',
    arity: 'one',
    doc: 'getrandbits(k) -> x.  Generates an int with k random bits.',
    fn: (rt, args) => {
      const count = asSize(rt, M[args + 2]);
      if (count < 0) raiseValueError(rt, 'number of bits must be non-negative');
      const twister = heapTwister(rt, M[args]);
      if (count > 0 && count <= 32) return newInt(rt, twister.bits(count));
      return newBigInt(
        rt,
        pure(rt, () => twister.getrandbits(count)),
      );
    },
  },
  {
    name: '_randbelow',
    arity: 'one',
    fn: (rt, args) => {
      const count = asBigInt(rt, M[args + 2]);
      const twister = twisterOf(rt, args);
      return newBigInt(
        rt,
        pure(rt, () => variates.randomBelowBig(twister, count)),
      );
    },
  },
  {
    name: 'randbytes',
    arity: { params: 'n' },
    doc: 'Generate n random bytes.',
    fn: (rt, args) => {
      const count = asSize(rt, M[args + 2]);
      if (count < 0) raiseValueError(rt, 'number of bits must be non-negative');
      const twister = twisterOf(rt, args);
      const bits = pure(rt, () => twister.getrandbits(count * 8));
      const bytes = new Uint8Array(count);
      const hex = bits.toString(16).padStart(2 * count, '0');
      for (let index = 0; index < count; index++)
        bytes[count - 1 - index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
      return newBytes(rt, bytes);
    },
  },
  {
    name: 'binomialvariate',
    arity: { params: 'n=, p=' },
    fn: (rt, args) => {
      const n = M[args + 2] === 0 ? 1 : asSize(rt, M[args + 2]);
      const p = M[args + 4] === 0 ? 0.5 : asDouble(rt, M[args + 4]);
      const twister = twisterOf(rt, args);
      return newInt(
        rt,
        pure(rt, () => variates.binomialvariate(twister, n, p)),
      );
    },
  },
];

const collections: readonly NativeSpec[] = [
  {
    name: 'choice',
    arity: { params: 'seq' },
    doc: 'Choose a random element from a non-empty sequence.',
    fn: (rt, args) => {
      const count = length(rt, M[args + 2]);
      if (count === 0) raise(rt, 'IndexError', 'Cannot choose from an empty sequence');
      const index = rt.push(newInt(rt, twisterOf(rt, args).below(count)));
      const value = getItem(rt, M[args + 2], M[index]);
      rt.unwind(index);
      return value;
    },
  },
  {
    name: 'shuffle',
    arity: { params: 'x' },
    doc: 'Shuffle list x in place, and return None.',
    fn: (rt, args) => {
      const list = M[args + 2];
      const twister = twisterOf(rt, args);
      const count = length(rt, list);
      if (rt.typeOf(list) === rt.listInfo) {
        // Items change places without anybody seeing: two words are exchanged.
        variates.shuffle(twister, count, (i, j) => {
          const a = M[list + 6] + 2 * i;
          const b = M[list + 6] + 2 * j;
          const item = M[a];
          rt.heap.store(list, a, M[b]);
          rt.heap.store(list, b, item);
        });
        return rt.none;
      }
      variates.shuffle(twister, count, (i, j) => {
        const first = rt.push(newInt(rt, i));
        const second = rt.push(newInt(rt, j));
        const low = rt.push(getItem(rt, list, M[second]));
        const high = rt.push(getItem(rt, list, M[first]));
        setItem(rt, list, M[first], M[low]);
        setItem(rt, list, M[second], M[high]);
        rt.unwind(first);
      });
      return rt.none;
    },
  },
  {
    name: '_sample_indices',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const count = asSize(rt, M[args + 2]);
      const wanted = asSize(rt, M[args + 4]);
      const twister = twisterOf(rt, args);
      const indices = pure(rt, () => variates.sampleIndices(twister, count, wanted));
      return newListOf(
        rt,
        indices.map((index) => newInt(rt, index)),
      );
    },
  },
  {
    name: '_choice_indices',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const count = length(rt, M[args + 2]);
      const wanted = asSize(rt, M[args + 4]);
      if (count === 0 && wanted > 0) raise(rt, 'IndexError', 'list index out of range');
      const twister = twisterOf(rt, args);
      return newListOf(
        rt,
        variates.choiceIndices(twister, count, wanted).map((index) => newInt(rt, index)),
      );
    },
  },
  {
    name: '_weighted_indices',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const cumulative: number[] = [];
      forEach(rt, M[args + 2], (slot) => {
        cumulative.push(asDouble(rt, M[slot]));
      });
      const wanted = asSize(rt, M[args + 4]);
      const twister = twisterOf(rt, args);
      const indices = pure(rt, () => variates.weightedIndices(twister, cumulative, wanted));
      return newListOf(
        rt,
        indices.map((index) => newInt(rt, index)),
      );
    },
  },
];

const state: readonly NativeSpec[] = [
  {
    name: '_get_words',
    arity: 'none',
    fn: (rt, args) => {
      const words = heapTwister(rt, M[args]).getState();
      for (const word of words) rt.push(newInt(rt, word));
      return newTupleFromTop(rt, words.length);
    },
  },
  {
    name: '_set_words',
    arity: 'one',
    fn: (rt, args) => {
      const words = M[args + 2];
      if (!isTuple(rt, words)) raiseTypeError(rt, 'state vector must be a tuple');
      const source = new MersenneTwister();
      const values: number[] = [];
      for (let index = 0; index < tupleLength(rt, words); index++)
        values.push(Number(BigInt.asUintN(32, asBigInt(rt, tupleItem(rt, words, index)))));
      pure(rt, () => source.setState(values));
      heapTwister(rt, M[args]).take(source);
      return rt.none;
    },
  },
];

export const randomModule: ModuleSpec = {
  name: 'random',
  doc: 'Random variable generators.',
  setup: (rt, dict) => {
    const info = defineType(rt, {
      name: '_RandomBase',
      module: '_random',
      kind: 'record',
      basicBytes: RANDOM_BYTES,
      fields: 0,
      new: (runtime, type) => {
        const made = runtime.infoOfType(type);
        const self = newInstanceOf(runtime, made, made.basicBytes);
        F64[(self + GAUSS) >> 1] = Number.NaN;
        const source = new MersenneTwister();
        source.seedInt(defaultSeed(runtime));
        heapTwister(runtime, self).take(source);
        trackInstance(runtime, made, self);
        return self;
      },
      init: () => {},
      methods: [
        {
          name: 'random',
          arity: 'none',
          doc: 'random() -> x in the interval [0, 1).',
          fn: (runtime, args) => newFloat(runtime, heapTwister(runtime, M[args]).random()),
        },
        ...[
          seed,
          gauss,
          variate('uniform', 'a, b', variates.uniform, [undefined, undefined]),
          variate('triangular', 'low=, high=, mode=', variates.triangular, [0, 1, undefined]),
          variate('normalvariate', 'mu=, sigma=', variates.normalvariate, [0, 1]),
          variate('lognormvariate', 'mu=, sigma=', variates.lognormvariate, [0, 1]),
          variate('expovariate', 'lambd=', variates.expovariate, [1]),
          variate('vonmisesvariate', 'mu, kappa', variates.vonmisesvariate, [undefined, undefined]),
          variate('gammavariate', 'alpha, beta', variates.gammavariate, [undefined, undefined]),
          variate('betavariate', 'alpha, beta', variates.betavariate, [undefined, undefined]),
          variate('paretovariate', 'alpha', variates.paretovariate, [undefined]),
          variate('weibullvariate', 'alpha, beta', variates.weibullvariate, [undefined, undefined]),
          ...integers,
          ...collections,
        ].map((spec) => asPythonMethod('Random', spec)),
        ...state,
      ],
      getset: [
        {
          name: 'gauss_next',
          get: (runtime, self) => {
            const kept = F64[(self + GAUSS) >> 1];
            return Number.isNaN(kept) ? runtime.none : newFloat(runtime, kept);
          },
          set: (runtime, self, value) => {
            F64[(self + GAUSS) >> 1] = value === 0 || value === runtime.none ? Number.NaN : asDouble(runtime, value);
          },
        },
      ],
    });
    dictSetStr(rt, dict, intern(rt, '_RandomBase'), info.address);
  },
  get python() {
    return pythonSource('random');
  },
};
