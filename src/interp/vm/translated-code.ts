/**
 * The translated functions of a machine: when code becomes hot it is translated (translator.ts) and compiled by the host; a translation that meets what it
 * was not made for hands back to the run loop, and after a few such returns is made anew.
 */
import { DOUBLES, WORDS } from '../../heap/memory.ts';
import { CONTROL } from '../../heap/strategy.ts';
import { FLOAT_FREE_LIST } from '../objects/float.ts';
import { FUNC_CODE } from '../objects/function.ts';
import { TUPLE_ITEMS } from '../objects/sequence.ts';
import { BLOCKS, CACHE, STEPS } from '../runtime/code-space.ts';
import { CODE_CONSTS, CODE_INDEX, type CodeEntry, type Translated, type TranslatedFunction } from '../runtime/code-table.ts';
import { TYPE_VERSIONS } from '../runtime/runtime.ts';
import { FRAMES, R_FP, RECORD } from './frame-record.ts';
import { translate } from './translator.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const blocks = BLOCKS;
const cache = CACHE;
const frames = FRAMES;

/** Returns to the run loop after which code is translated anew; each time it takes more of them, for the host optimises a new function from the start. */
const BAILS = [8, 64, 512, 4096, 32768];
/** Instructions above which code stays with the run loop: module bodies made of tables, mostly. */
const LONGEST = 6000;

/** Translates and runs the code of one machine. */
export class TranslatedCode {
  private readonly vm: Vm;
  private readonly env: Record<string, unknown>;

  constructor(vm: Vm) {
    this.vm = vm;
    this.env = {
      vm,
      rt: vm.rt,
      heap: vm.rt.heap,
      words: WORDS,
      doubles: DOUBLES,
      control: CONTROL,
      frames: FRAMES,
      cache: CACHE,
      versions: TYPE_VERSIONS,
      steps: STEPS,
      help: vm.instructions,
    };
  }

  /** Translates the code of the topmost frame, which is hot. */
  prepare(unit: CodeEntry): void {
    unit.heat = 2 ** 30;
    if (unit.unit.code.length > LONGEST) return;
    this.make(unit, {
      sites: new Uint8Array(unit.unit.code.length),
      bailed: new Set(),
      bails: 0,
      translations: 0,
    });
  }

  private make(unit: CodeEntry, translated: Translated): void {
    const { rt } = this.vm;
    const code = M[M[frames[rt.depth * RECORD + R_FP]! - 2] + FUNC_CODE];
    // The function may have been given other code while this frame runs.
    if (M[code + CODE_INDEX] !== unit.index) return;
    const tuple = M[code + CODE_CONSTS];
    const fixed = rt.heap.capabilities.moves === 'never';
    const constants = unit.unit.constants.map((_, index) => M[tuple + TUPLE_ITEMS + 2 * index]);
    const { heapStart } = rt.memory;
    const { text, blockOf } = translate(
      {
        instructions: unit.unit.code,
        exceptionTable: unit.unit.exceptionTable,
        stackOffset: unit.stackOffset,
        start: unit.start,
        names: unit.names,
        constants: fixed ? Int32Array.from(constants) : null,
        staticConstants: constants.map((address) => (address < heapStart ? address : 0)),
        sites: translated.sites,
        cacheWord: (at, word) => cache[(unit.start + at) * 4 + word]!,
        counts: rt.heap.capabilities.refcount === 'eager',
        smallInts: rt.smallInts,
        intType: rt.intInfo.address,
        floatType: rt.floatInfo.address,
        reps: {
          int: rt.intInfo.rep,
          float: rt.floatInfo.rep,
          list: rt.listInfo.rep,
          tuple: rt.tupleInfo.rep,
          listIterator: rt.listIteratorInfo.rep,
          rangeIterator: rt.rangeIteratorInfo.rep,
        },
        none: rt.none,
        true: rt.true,
        false: rt.false,
        floatFreeList: FLOAT_FREE_LIST,
      },
      unit.unit.name,
    );
    unit.run = new Function('env', text)(this.env) as TranslatedFunction;
    blocks.set(blockOf, unit.start);
    translated.bailed.clear();
    translated.bails = 0;
    translated.translations++;
    unit.translated = translated;
  }

  /** The run loop takes over at instruction `at`. */
  bailed(unit: CodeEntry, at: number): void {
    const { translated } = unit;
    if (translated === null) return;
    translated.bailed.add(at);
    if (++translated.bails < BAILS[Math.min(translated.translations, BAILS.length) - 1]!) return;
    for (const site of translated.bailed) translated.sites[site] = Math.min(2, translated.sites[site]! + 1);
    this.make(unit, translated);
  }
}
