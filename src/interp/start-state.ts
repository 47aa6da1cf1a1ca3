/**
 * What CPython's own start, and its compiler at work on the program, leave in the free lists and in the count of the youngest generation when a program begins.
 * That decides where the first objects lie and at which allocation the first automatic collection comes.
 *
 * The compiler holds, until it is through with a file: five lists and dicts of its own kind for each scope, six dicts for each scope it is inside of, and a key for
 * every constant it has met, a tuple of two for most and one more for what is in a tuple. All of it goes to the free lists at once. Names, constants and
 * variables of code objects are tuples that stay.
 *
 * Observed on 3.13.0: `sys._debugmallocstats()` and `gc.get_count()` at the first line of 192 programs.
 */

import type { KeptBlocks } from '../heap/strategy.ts';
import type { CodeUnit, Constant } from './bytecode/code-unit.ts';
import { DICT_BYTES, DICT_FREE_LIST, KEYS_FREE_LIST, LEAST_KEYS_BYTES } from './objects/dict.ts';
import { FLOAT_BYTES, FLOAT_FREE_LIST } from './objects/float.ts';
import { LIST_BYTES, LIST_FREE_LIST } from './objects/sequence.ts';

/** Tuples of up to this many items have a free list. */
const TUPLE_LISTS = 20;
/** Tuples in the free lists before the program is compiled, by length. */
const TUPLES = [0, 5, 2, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1, 0];
const LISTS = 10;
const DICTS = 12;
const FLOATS = 5;
const TABLES = 5;
/** Longer tuples are not stocked: CPython has a few of each, here they would take a pool of their own. */
const STOCKED_LENGTH = 3;

export interface StartState {
  /** Dead objects by free list. */
  readonly kept: readonly KeptBlocks[];
  /** Allocations that compiling adds to the count of the youngest generation. */
  readonly allocations: number;
}

/** What is known of code that was compiled once and is run many times. */
const known = new WeakMap<CodeUnit, StartState>();

export function startStateOf(main: CodeUnit): StartState {
  const before = known.get(main);
  if (before !== undefined) return before;
  const state = takeCensus(main);
  known.set(main, state);
  return state;
}

function takeCensus(main: CodeUnit): StartState {
  const census = new Census();
  census.scope(main, 1);
  const dicts = Math.max(DICTS, 2 + census.scopes + 6 * census.depth);
  const lists = Math.max(LISTS, 3 + 2 * census.scopes);
  let allocations = dicts - DICTS + lists - LISTS + census.longTuples;
  const kept: KeptBlocks[] = [
    { list: FLOAT_FREE_LIST, count: Math.max(0, FLOATS - 2 * census.floats), bytes: FLOAT_BYTES, collectable: false },
    {
      list: KEYS_FREE_LIST,
      count: census.scopes === 1 ? TABLES : Math.max(TABLES + 1, census.scopes),
      bytes: LEAST_KEYS_BYTES,
      collectable: false,
    },
    { list: LIST_FREE_LIST, count: lists, bytes: LIST_BYTES, collectable: true },
    { list: DICT_FREE_LIST, count: dicts, bytes: DICT_BYTES, collectable: true },
  ];
  for (let length = 1; length <= TUPLE_LISTS; length++) {
    const stays = census.tuples[length]!;
    const made = Math.max(0, census.keys[length]! + stays - TUPLES[length]!);
    allocations += made;
    const count = Math.max(0, TUPLES[length]! + made - stays);
    if (length <= STOCKED_LENGTH) kept.push({ list: length, count, bytes: 24 + 8 * length, collectable: true });
  }
  return { kept, allocations };
}

/** Counts what the compiler keeps in its table of constants. */
class Census {
  scopes = 0;
  /** Scopes inside one another, the module included. */
  depth = 0;
  /** Keys of the table that are tuples, by length. */
  readonly keys: number[] = new Array<number>(TUPLE_LISTS + 1).fill(0);
  /** Different tuples, by length. */
  readonly tuples: number[] = new Array<number>(TUPLE_LISTS + 1).fill(0);
  longTuples = 0;
  /** Float constants; a scope has each once. */
  floats = 0;
  private readonly seen = new Set<string>();

  scope(unit: CodeUnit, depth: number): void {
    this.scopes++;
    this.depth = Math.max(this.depth, depth);
    const constants = unit.constants.map((constant) => textOf(constant));
    for (const constant of unit.constants) {
      if (constant.kind === 'code') this.scope(constant.code, depth + 1);
      else this.constant(constant);
    }
    this.tuple(`consts ${constants.join(',')}`, unit.constants.length);
    this.tuple(`names ${unit.names.join(',')}`, unit.names.length);
    this.tuple(`names ${unit.localsPlus.join(',')}`, unit.localsPlus.length);
    this.pair(`kinds ${unit.varNames.length},${unit.cellNames.length},${unit.freeNames.length}`);
    this.pair(`code ${unit.code.join(',')}`);
    // CPython's table of lines begins at the first line of the scope.
    this.pair(`lines ${unit.positions.map((place, index) => (index % 4 < 2 ? place - unit.firstLine : place)).join(',')}`);
    this.pair(`handlers ${unit.exceptionTable.join(',')}`);
  }

  private constant(constant: Constant): void {
    switch (constant.kind) {
      case 'float':
        this.floats++;
        this.pair(textOf(constant));
        break;
      case 'bool':
      case 'complex':
      case 'bytes':
        this.pair(textOf(constant));
        break;
      case 'tuple':
      case 'frozenset':
        this.tuple(`consts ${constant.items.map((item) => textOf(item)).join(',')}`, constant.items.length);
        for (const item of constant.items) this.constant(item);
    }
  }

  private pair(text: string): void {
    if (this.seen.has(text)) return;
    this.seen.add(text);
    this.keys[2]!++;
  }

  /** A tuple stays; its key is a pair of it and of a tuple with the keys of its items. */
  private tuple(text: string, length: number): void {
    if (length === 0 || this.seen.has(text)) return;
    this.pair(text);
    if (length > TUPLE_LISTS) this.longTuples++;
    else {
      this.tuples[length]!++;
      this.keys[length]!++;
    }
  }
}

/** Constants are equal when their texts are. */
function textOf(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
    case 'ellipsis':
      return constant.kind;
    case 'complex':
      return `complex ${Object.is(constant.real, -0) ? '-0' : constant.real} ${Object.is(constant.imag, -0) ? '-0' : constant.imag}`;
    case 'float':
      return `float ${Object.is(constant.value, -0) ? '-0' : constant.value}`;
    case 'bytes':
      return `bytes ${constant.value.join(',')}`;
    case 'str':
      return JSON.stringify(constant.value);
    case 'tuple':
    case 'frozenset':
      return `${constant.kind}(${constant.items.map((item) => textOf(item)).join(',')})`;
    case 'code':
      return `code ${constant.code.qualname} ${constant.code.firstLine}`;
    default:
      return `${constant.kind} ${constant.value}`;
  }
}
