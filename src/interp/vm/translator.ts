/**
 * Turns the bytecode of one code object into the text of a JavaScript function that does what the run loop does, without fetching and decoding.
 *
 * The function gets `(fp, rec, block)` and runs basic blocks:
 *
 * ```
 *  for (;;) switch (block) {
 *    case 0: ...            instructions 0..6; falls through or sets `block` and continues
 *    case 1: ...
 * ```
 * Within a block the operand stack is followed at translation time. An entry is in its stack slot (`slot`), or still in the local or constant it was
 * loaded from (`borrowed`), or in a JavaScript variable that owns it (`owned`). Before anything that may collect, run Python, raise or leave the
 * function, and at the end of every block, all entries go to their slots (`flush`): roots and unwinding then find them where the run loop would have them.
 *
 * What a fast path cannot do is left to the run loop: `bail` flushes, names the instruction and returns BAIL; the run loop executes from there until
 * it meets a block that is translated. Sites that bail often are translated anew in their general form (`Sites`).
 *
 * Everything that can be observed is as in the run loop: allocations and releases in the same order, the same events counted, bytecodes counted by the time
 * anything can look.
 */

import { FLAGS, REP, TYPE } from '../../heap/layout.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';
import { JUMPS, operandDepths } from '../bytecode/operand-depths.ts';
import { endsBlock, stackEffect } from '../bytecode/stack-effect.ts';
import { DICT_KEYS, KEYS_VERSION } from '../objects/dict.ts';
import { CELL_CONTENTS, FUNC_BUILTINS, FUNC_GLOBALS } from '../objects/function.ts';
import { INLINE_HEADER, INLINE_VALID, INLINE_VALUES } from '../objects/instance.ts';
import { INT_VALUE } from '../objects/int.ts';
import { ITER_INDEX, ITER_SEQUENCE } from '../objects/iterator.ts';
import { RANGE_ITER_LEFT, RANGE_ITER_NEXT, RANGE_ITER_STEP } from '../objects/range.ts';
import { LIST_CAPACITY, LIST_ITEMS, LIST_LENGTH, TUPLE_ITEMS, TUPLE_LENGTH } from '../objects/sequence.ts';
import { POLL_EVERY } from '../runtime/code-space.ts';
import { SEEN_FLOAT, SEEN_OTHER } from './attribute-cache.ts';

/** What the translation may rely on: addresses and words of this machine that never change. */
export interface TranslationContext {
  readonly instructions: Int32Array;
  /** Five Int32 an entry: start, end, target, depth, 1 if lasti is pushed. */
  readonly exceptionTable: Int32Array;
  readonly stackOffset: number;
  /** Index of the first instruction in CODE. */
  readonly start: number;
  readonly names: Int32Array;
  /** Addresses of the constants, or null when a collection may move them. */
  readonly constants: Int32Array | null;
  /** Of each constant: is its address static? */
  readonly staticConstants: readonly Address[];
  /** How general each instruction's form must be: 0 the first guess, 1 a second form, 2 general. */
  readonly sites: Uint8Array;
  /** The inline cache words of instruction `at`. */
  readonly cacheWord: (at: number, word: number) => number;
  readonly counts: boolean;
  readonly smallInts: Address;
  readonly intType: Address;
  readonly floatType: Address;
  readonly reps: {
    readonly int: number;
    readonly float: number;
    readonly list: number;
    readonly tuple: number;
    readonly listIterator: number;
    readonly rangeIterator: number;
  };
  readonly none: Address;
  readonly true: Address;
  readonly false: Address;
  readonly floatFreeList: number;
}

type Address = number;

/** Results of running frames below 0; above, the owned result of an ENTRY frame. THROWN: what was thrown lies in vm.thrown. */
export const THROWN = -1;
export const AGAIN = -2;
export const BAIL = -3;

interface Entry {
  readonly place: 'slot' | 'borrowed' | 'owned';
  /** JavaScript text of the address; empty in a slot that was not read. */
  readonly text: string;
  readonly type: 'int' | 'float' | 'any';
  /** Text of the number in an int or a float, when it is at hand. */
  readonly value?: string;
}

const SLOT: Entry = { place: 'slot', text: '', type: 'any' };

const NAMES = OPCODES.map((info) => info.name);
const BINARY = ['ADD', 'SUB', 'MUL', 'TRUEDIV', 'FLOORDIV', 'MOD', 'POW', 'MATMUL', 'LSHIFT', 'RSHIFT', 'AND', 'OR', 'XOR'];
const COMPARE: Readonly<Record<string, string>> = { LT: '<', LE: '<=', EQ: '===', NE: '!==', GT: '>', GE: '>=' };
const FIRST_COMPARE = OP['COMPARE_LT']!;
/** Behind these a frame may be entered anew: what they enter or leave comes back there. */
const RESUMES = new Set(
  [
    'CALL',
    'CALL_METHOD',
    'CALL_KW',
    'CALL_METHOD_KW',
    'CALL_EX',
    'YIELD_VALUE',
    'SEND',
    'FOR_ITER',
    'RETURN_GENERATOR',
    'RESUME',
  ].map((name) => OP[name]!),
);

export interface Translation {
  readonly text: string;
  /** Number of the block that begins at an instruction, 1 and up, else 0. */
  readonly blockOf: Int32Array;
}

function leadersOf(context: TranslationContext): Set<number> {
  const { instructions, exceptionTable } = context;
  const leaders = new Set([0]);
  for (let entry = 0; entry < exceptionTable.length; entry += 5) leaders.add(exceptionTable[entry + 2]!);
  for (let at = 0; at < instructions.length; at++) {
    const op = instructions[at]! & 255;
    if (JUMPS.has(op)) leaders.add(instructions[at]! >> 8);
    if (JUMPS.has(op) || RESUMES.has(op) || endsBlock(op)) leaders.add(at + 1);
  }
  return leaders;
}

export function translate(context: TranslationContext, name: string): Translation {
  return new Translator(context).run(name);
}

class Translator {
  private readonly context: TranslationContext;
  private readonly depths: Int32Array;
  private readonly blockOf: Int32Array;
  private readonly lines: string[] = [];
  private stack: Entry[] = [];
  /** Text of the locals whose value is at hand, by index. */
  private readonly locals = new Map<number, Entry>();
  private variables = 0;
  /** The instruction being translated, and how many were not counted yet. */
  private at = 0;
  private uncounted = 0;

  constructor(context: TranslationContext) {
    this.context = context;
    this.depths = operandDepths({ code: context.instructions, exceptionTable: context.exceptionTable });
    this.blockOf = new Int32Array(context.instructions.length);
  }

  run(name: string): Translation {
    const { instructions } = this.context;
    const leaders = [...leadersOf(this.context)]
      .filter((at) => at < instructions.length && this.depths[at]! >= 0)
      .sort((a, b) => a - b);
    for (const [block, at] of leaders.entries()) this.blockOf[at] = block + 1;
    for (const [block, at] of leaders.entries()) this.block(block + 1, at, leaders[block + 1] ?? instructions.length);
    const text = [
      "'use strict';",
      'const {vm,rt,heap,words,doubles,control,frames,cache,versions,steps,help}=env;',
      // In parentheses: it is called at once, so the engine need not look it over first and compile it later.
      `return (function ${/^[A-Za-z_]\w*$/.test(name) ? `py_${name}` : 'py'}(fp,rec,block){`,
      'const M=words,D=doubles,C=control,F=frames,K=cache,V=versions,S=steps;',
      'fp|=0;rec|=0;block|=0;',
      'for(;;)switch(block){',
      ...this.lines,
      '}});',
    ].join('\n');
    return { text, blockOf: this.blockOf };
  }

  private block(block: number, from: number, to: number): void {
    this.emit(`case ${block}:{`);
    this.stack = Array.from({ length: this.depths[from]! }, () => SLOT);
    this.locals.clear();
    this.uncounted = 0;
    let open = true;
    for (this.at = from; this.at < to && open; this.at++) {
      const word = this.context.instructions[this.at]!;
      this.uncounted++;
      open = this.instruction(word & 255, word >> 8);
    }
    if (open) {
      this.at = to - 1;
      this.flush();
      this.count();
      // The next block begins at `to` and follows in the text.
    }
    this.emit('}');
  }

  // --- text

  private emit(text: string): void {
    this.lines.push(text);
  }
  private fresh(): string {
    return `v${this.variables++}`;
  }
  private slotOf(depth: number): string {
    return `M[fp+${this.context.stackOffset + 2 * depth}]`;
  }
  private get depth(): number {
    return this.stack.length;
  }

  /** Adds what was executed to the count of bytecodes. */
  private count(): void {
    if (this.uncounted > 0) this.emit(`S[0]+=${this.uncounted};`);
    this.uncounted = 0;
  }

  // --- the operand stack

  private push(entry: Entry): void {
    this.stack.push(entry);
  }

  /** Takes the top entry and makes sure that its address has a name. */
  private pop(): Entry {
    const entry = this.stack.pop()!;
    if (entry.text !== '') return entry;
    const text = this.fresh();
    this.emit(`const ${text}=${this.slotOf(this.depth)};`);
    return { ...entry, text };
  }

  /** Statements that put `stack` into its slots, owned. */
  private flushed(stack: readonly Entry[]): string {
    let text = '';
    for (const [depth, entry] of stack.entries()) {
      if (entry.place === 'slot') continue;
      if (entry.place === 'borrowed') text += this.retain(entry.text);
      text += `${this.slotOf(depth)}=${entry.text};`;
    }
    return text;
  }

  private flush(): void {
    const text = this.flushed(this.stack);
    if (text !== '') this.emit(text);
    this.stack = this.stack.map(() => SLOT);
  }

  private setTop(): string {
    return `rt.sp=fp+${this.context.stackOffset + 2 * this.depth};`;
  }

  /** Everything goes to its slots and the books are brought up to date: the next call may do anything. */
  private general(): void {
    this.flush();
    this.count();
    this.emit(`${this.setTop()}F[rec+1]=${this.at + 1};`);
    this.locals.clear();
  }

  /** Statements that leave the instruction to the run loop. `operands` are what it has taken off the stack here, lowest first. */
  private bail(operands: readonly Entry[]): string {
    const stack = [...this.stack, ...operands];
    const done = this.uncounted - 1;
    return `${this.flushed(stack)}rt.sp=fp+${this.context.stackOffset + 2 * stack.length};F[rec+1]=${this.at};${
      done > 0 ? `S[0]+=${done};` : ''
    }return ${BAIL};`;
  }

  /** Index of the inline cache of this instruction. */
  private cacheAt(): number {
    return (this.context.start + this.at) * 4;
  }

  private site(): number {
    return this.context.sites[this.at]!;
  }

  /** As `site`, for an instruction whose cache says what the run loop has seen there. For a subscript SEEN_FLOAT is a tuple. */
  private seenSite(): number {
    const seen = this.context.cacheWord(this.at, 0);
    return Math.max(this.site(), (seen & SEEN_OTHER) !== 0 ? 2 : seen & SEEN_FLOAT);
  }

  private jumpTo(target: number): string {
    return `block=${this.blockOf[target]};continue;`;
  }

  // --- references

  private retain(text: string): string {
    return this.context.counts ? `heap.retain(${text});` : '';
  }

  /** An operand is used up whose last reference this cannot be, or that is a number. */
  private drop(entry: Entry): string {
    if (!this.context.counts) return '';
    return entry.place === 'borrowed' ? `heap.touch(${entry.text});` : `heap.release(${entry.text});`;
  }

  /** Drops a reference to anything at all: a finalizer may run, which must find the stack as it is. */
  private release(entry: Entry): void {
    if (!this.context.counts) return;
    if (entry.place === 'borrowed' || entry.type !== 'any') {
      this.emit(this.drop(entry));
      return;
    }
    const { reps } = this.context;
    const { text } = entry;
    let spill = '';
    for (const [depth, held] of this.stack.entries()) {
      if (held.place !== 'slot') spill += `${this.slotOf(depth)}=${held.place === 'owned' ? held.text : 0};`;
    }
    this.emit(
      `if(M[${text}]!==1||M[${text}+${REP}]===${reps.int}||M[${text}+${REP}]===${reps.float})heap.release(${text});` +
        `else{${spill}${this.setTop()}F[rec+1]=${this.at + 1};heap.release(${text});}`,
    );
  }

  // --- instructions

  /** Translates one instruction; false when control does not go on behind it within this block. */
  private instruction(op: number, arg: number): boolean {
    const name = NAMES[op]!;
    if (name.startsWith('BINARY_')) {
      const index = BINARY.indexOf(name.slice(7));
      if (index >= 0) return this.binary(index, arg);
    }
    if (name.startsWith('COMPARE_')) return this.compare(op, name.slice(8));
    const rule = this.rules[name];
    if (rule !== undefined) return rule(arg);
    return this.rare(op, arg);
  }

  private readonly rules: Readonly<Record<string, (arg: number) => boolean>> = {
    NOP: () => true,
    RESUME: () => {
      this.general();
      this.poll(this.at + 1);
      return true;
    },
    POP_TOP: () => {
      this.release(this.pop());
      return true;
    },
    PUSH_NULL: () => {
      this.push({ place: 'owned', text: '0', type: 'any' });
      return true;
    },
    COPY: (arg) => {
      this.flush();
      const text = this.fresh();
      this.emit(`const ${text}=${this.slotOf(this.depth - arg)};${this.retain(text)}`);
      this.push({ place: 'owned', text, type: 'any' });
      return true;
    },
    SWAP: (arg) => {
      const top = this.depth - 1;
      const other = this.depth - arg;
      for (const depth of [top, other]) {
        const entry = this.stack[depth]!;
        if (entry.place !== 'slot') continue;
        const text = this.fresh();
        this.emit(`const ${text}=${this.slotOf(depth)};`);
        this.stack[depth] = { ...entry, place: 'owned', text };
      }
      const held = this.stack[top]!;
      this.stack[top] = this.stack[other]!;
      this.stack[other] = held;
      return true;
    },
    LOAD_CONST: (arg) => {
      const address = this.context.constants?.[arg] ?? this.context.staticConstants[arg]!;
      if (address !== 0) this.push({ place: 'borrowed', text: `${address}`, type: 'any' });
      else {
        const text = this.fresh();
        this.emit(`const ${text}=help.constant(fp,${arg});${this.retain(text)}`);
        this.push({ place: 'owned', text, type: 'any' });
      }
      return true;
    },
    LOAD_FAST: (arg) => {
      let entry = this.locals.get(arg);
      if (entry === undefined) {
        const text = this.fresh();
        this.emit(`const ${text}=M[fp+${2 * arg}];if(${text}===0){${this.bail([])}}`);
        entry = { place: 'borrowed', text, type: 'any' };
        this.locals.set(arg, entry);
      }
      this.push(entry);
      return true;
    },
    STORE_FAST: (arg) => {
      const entry = this.pop();
      if (entry.place === 'borrowed') this.emit(this.retain(entry.text));
      // What still borrows the local's old value gets a reference of its own; a local nobody has read in this block is not borrowed.
      const old = this.locals.get(arg);
      if (old !== undefined) this.own(old.text);
      const text = old?.text ?? this.fresh();
      if (old === undefined) this.emit(`const ${text}=M[fp+${2 * arg}];`);
      this.emit(`M[fp+${2 * arg}]=${entry.text};`);
      this.release({ place: 'owned', text, type: old?.type ?? 'any' });
      this.locals.set(arg, { ...entry, place: 'borrowed' });
      return true;
    },
    LOAD_FAST_AND_CLEAR: (arg) => {
      this.flush();
      this.locals.delete(arg);
      const text = this.fresh();
      this.emit(`const ${text}=M[fp+${2 * arg}];M[fp+${2 * arg}]=0;`);
      this.push({ place: 'owned', text, type: 'any' });
      return true;
    },
    DELETE_FAST: (arg) => {
      this.flush();
      this.locals.delete(arg);
      const text = this.fresh();
      this.emit(`const ${text}=M[fp+${2 * arg}];if(${text}===0){${this.bail([])}}M[fp+${2 * arg}]=0;`);
      this.release({ place: 'owned', text, type: 'any' });
      return true;
    },
    LOAD_GLOBAL: (arg) => this.loadGlobal(arg),
    LOAD_DEREF: (arg) => {
      const text = this.fresh();
      this.emit(`const ${text}=M[M[fp+${2 * arg}]+${CELL_CONTENTS}];if(${text}===0){${this.bail([])}}${this.retain(text)}`);
      this.push({ place: 'owned', text, type: 'any' });
      return true;
    },
    STORE_DEREF: (arg) => {
      const entry = this.pop();
      if (entry.place === 'borrowed') this.emit(this.retain(entry.text));
      const cell = this.fresh();
      const old = this.fresh();
      this.emit(
        `const ${cell}=M[fp+${2 * arg}];const ${old}=M[${cell}+${CELL_CONTENTS}];heap.store(${cell},${cell}+${CELL_CONTENTS},${entry.text});`,
      );
      this.release({ place: 'owned', text: old, type: 'any' });
      return true;
    },
    UNARY_NEGATIVE: () => this.helper(1, 'help.negative(rt.sp)'),
    UNARY_POSITIVE: () => this.helper(1, 'help.positive(rt.sp)'),
    UNARY_INVERT: () => this.helper(1, 'help.invert(rt.sp)'),
    UNARY_NOT: () => {
      if (this.site() > 0) return this.helper(1, 'help.not(rt.sp)');
      const value = this.pop();
      const { true: True, false: False } = this.context;
      const result = this.fresh();
      this.emit(`if(${value.text}!==${True}&&${value.text}!==${False}){${this.bail([value])}}`);
      // Neither is counted: the run loop replaces one by the other.
      this.emit(`const ${result}=${value.text}===${True}?${False}:${True};`);
      if (value.place === 'borrowed') this.emit(this.retain(value.text));
      this.push({ place: 'owned', text: result, type: 'any' });
      return true;
    },
    IS_OP: (arg) => {
      const right = this.pop();
      const left = this.pop();
      const result = this.fresh();
      const { true: True, false: False } = this.context;
      this.emit(`const ${result}=${left.text}${arg === 0 ? '===' : '!=='}${right.text}?${True}:${False};`);
      // The left one goes first, while the right one lies in its slot.
      this.push({ ...left, place: 'borrowed' });
      this.push(right.place === 'slot' ? { ...right, place: 'owned' } : right);
      this.release(left);
      this.stack.length -= 2;
      this.release(right);
      this.push({ place: 'owned', text: result, type: 'any' });
      return true;
    },
    CONTAINS_OP: (arg) => this.helper(2, `vm.contains(rt.sp,${arg !== 0})`),
    BINARY_SUBSCR: () => this.subscript(),
    STORE_SUBSCR: () => this.storeSubscript(),
    LOAD_ATTR: (arg) => this.loadAttr(arg),
    LOAD_METHOD: (arg) => this.loadMethod(arg),
    STORE_ATTR: (arg) => this.storeAttr(arg),
    BUILD_TUPLE: (arg) => this.helper(arg, `help.tuple(rt.sp,${arg})`),
    BUILD_LIST: (arg) => this.helper(arg, `help.list(rt.sp,${arg})`),
    LIST_APPEND: (arg) => {
      if (this.site() > 0) {
        this.general();
        this.emit(`help.append(rt.sp,${arg});`);
        this.stack.pop();
        return true;
      }
      const entry = this.pop();
      const list = this.fresh();
      const length = this.fresh();
      const depth = this.depth - arg;
      if (this.stack[depth]!.place !== 'slot') this.flush();
      this.emit(
        `const ${list}=${this.slotOf(depth)};const ${length}=M[${list}+${LIST_LENGTH}];if(${length}>=M[${list}+${LIST_CAPACITY}]){${this.bail([entry])}}`,
      );
      if (entry.place === 'borrowed') this.emit(this.retain(entry.text));
      this.emit(
        `M[${list}+${LIST_LENGTH}]=${length}+1;{const s=M[${list}+${LIST_ITEMS}]+2*${length};M[s+1]=0;heap.store(${list},s,${entry.text});}`,
      );
      return true;
    },
    UNPACK_SEQUENCE: (arg) => {
      const sequence = this.pop();
      this.emit(
        `if(M[${sequence.text}+${REP}]!==${this.context.reps.tuple}||M[${sequence.text}+${TUPLE_LENGTH}]!==${arg}){${
          this.site() > 0 ? '' : this.bail([sequence])
        }`,
      );
      if (this.site() > 0) {
        // Both ways meet with the values in their slots.
        this.emit(`${this.flushed([...this.stack, sequence])}S[0]+=${this.uncounted};F[rec+1]=${this.at + 1};`);
        this.emit(`rt.sp=fp+${this.context.stackOffset + 2 * (this.depth + 1)};vm.unpackSequence(rt.sp,${arg});}else{`);
        this.flush();
        this.count();
      } else this.emit('}');
      if (sequence.place === 'borrowed') this.emit(this.retain(sequence.text));
      const base = this.depth;
      const items: string[] = [];
      for (let index = 0; index < arg; index++) {
        const text = this.fresh();
        items.push(text);
        this.emit(`const ${text}=M[${sequence.text}+${TUPLE_ITEMS + 2 * index}];${this.retain(text)}`);
      }
      if (this.site() > 0) {
        for (let index = 0; index < arg; index++) this.emit(`${this.slotOf(base + arg - 1 - index)}=${items[index]};`);
        for (let index = 0; index < arg; index++) this.push(SLOT);
        this.release({ place: 'owned', text: sequence.text, type: 'any' });
        this.emit('}');
        this.locals.clear();
        return true;
      }
      for (let index = arg - 1; index >= 0; index--) this.push({ place: 'owned', text: items[index]!, type: 'any' });
      this.release({ place: 'owned', text: sequence.text, type: 'any' });
      return true;
    },
    JUMP: (arg) => {
      this.flush();
      this.count();
      this.emit(this.jumpTo(arg));
      return false;
    },
    JUMP_BACKWARD: (arg) => {
      this.flush();
      this.count();
      this.poll(arg);
      this.emit(this.jumpTo(arg));
      return false;
    },
    POP_JUMP_IF_FALSE: (arg) => this.jumpOnTruth(arg, false),
    POP_JUMP_IF_TRUE: (arg) => this.jumpOnTruth(arg, true),
    POP_JUMP_IF_NONE: (arg) => this.jumpOnNone(arg, true),
    POP_JUMP_IF_NOT_NONE: (arg) => this.jumpOnNone(arg, false),
    JUMP_IF_FALSE_OR_POP: (arg) => this.jumpOrPop(arg, false),
    JUMP_IF_TRUE_OR_POP: (arg) => this.jumpOrPop(arg, true),
    GET_ITER: () => this.helper(1, 'help.iterate(rt.sp)'),
    FOR_ITER: (arg) => this.forIter(arg),
    YIELD_VALUE: () => {
      this.general();
      this.emit('return help.yield(rec);');
      return false;
    },
    RETURN_GENERATOR: () => {
      this.general();
      this.emit('return help.makeGenerator(rec);');
      return false;
    },
    RETURN_VALUE: () => {
      this.flush();
      this.count();
      this.stack.pop();
      // A frame that returns is no caller any more (tracebacks.ts, callerDepth).
      this.emit(`${this.setTop()}F[rec+1]=${this.at + 1};return help.leave(fp,rec,fp+${this.context.stackOffset - 4});`);
      return false;
    },
    SEND: (arg) => {
      this.general();
      const outcome = this.fresh();
      this.emit(`const ${outcome}=help.send(rt.sp);if(${outcome}===2){${this.enter()}}if(${outcome}===1){${this.jumpTo(arg)}}`);
      return true;
    },
    CALL: (arg) => this.called(`help.call(rt.sp,${arg},false)`, 1 + arg),
    CALL_METHOD: (arg) => this.called(`help.call(rt.sp,${arg},true)`, 2 + arg),
    CALL_KW: (arg) => this.called(`vm.callKeywords(${arg},false)`, 2 + arg),
    CALL_METHOD_KW: (arg) => this.called(`vm.callKeywords(${arg},true)`, 3 + arg),
    CALL_EX: (arg) => this.called(`vm.callEx(${arg})`, 2 + (arg & 1)),
  };

  /** An instruction that a helper does on the slots: `pops` operands become one. */
  private helper(pops: number, call: string): boolean {
    this.general();
    this.emit(`${call};`);
    this.stack.length -= pops;
    this.push(SLOT);
    return true;
  }

  /** An instruction of rare-opcodes.ts. */
  private rare(op: number, arg: number): boolean {
    this.general();
    const next = this.at + 1;
    const ends = endsBlock(op);
    const result = this.fresh();
    this.emit(`const ${result}=help.rare(${op},${arg},${next},fp);`);
    this.emit(`if(${result}<0)return ${THROWN};`);
    if (ends) {
      this.emit(`F[rec+1]=${result};return ${AGAIN};`);
      return false;
    }
    this.emit(`if(${result}!==${next}){F[rec+1]=${result};return ${AGAIN};}`);
    const effect = stackEffect(op, arg, false);
    this.stack.length -= effect.pops;
    for (let index = 0; index < effect.pushes; index++) this.push(SLOT);
    return true;
  }

  /** The frame just entered runs; this one goes on when it has ended, or leaves to the driver. */
  private enter(): string {
    const outcome = this.fresh();
    return `const ${outcome}=help.enter(rec,${this.at + 1});if(${outcome}!==0)return ${outcome};`;
  }

  /** A safepoint and a look at the limits; control goes on at `next`, which begins a block. */
  private poll(next: number): void {
    this.emit(`if(C[0]!==0||S[0]>=${POLL_EVERY}){${this.setTop()}F[rec+1]=${next};help.poll();return ${AGAIN};}`);
  }

  /** Entries that borrow the value `text` get references of their own. */
  private own(text: string): void {
    for (const [depth, entry] of this.stack.entries()) {
      if (entry.place !== 'borrowed' || entry.text !== text) continue;
      this.emit(this.retain(text));
      this.stack[depth] = { ...entry, place: 'owned' };
    }
  }

  // --- numbers

  /** Text that is true when the entry is no int; empty when it is known to be one. */
  private notInt(entry: Entry): string {
    return entry.type === 'int' ? '' : `M[${entry.text}+${REP}]!==${this.context.reps.int}`;
  }
  private notFloat(entry: Entry): string {
    return entry.type === 'float' ? '' : `M[${entry.text}+${REP}]!==${this.context.reps.float}`;
  }
  private intValue(entry: Entry): string {
    return entry.type === 'int' && entry.value !== undefined ? entry.value : `M[${entry.text}+${INT_VALUE}]`;
  }
  private floatValue(entry: Entry): string {
    return entry.type === 'float' && entry.value !== undefined ? entry.value : `D[${entry.text}+4>>1]`;
  }

  private binary(index: number, inplace: number): boolean {
    const level = this.seenSite();
    const name = BINARY[index]!;
    const ints = ['ADD', 'SUB', 'MUL', 'FLOORDIV', 'MOD', 'RSHIFT', 'AND', 'OR', 'XOR'].includes(name);
    const floats = ['ADD', 'SUB', 'MUL', 'TRUEDIV'].includes(name);
    const useFloats = floats && (level === 1 || !ints);
    if (level >= 2 || (!ints && !floats) || (level === 1 && !floats)) {
      return this.helper(2, `help.binary(rt.sp,${index},${inplace !== 0},${this.cacheAt()})`);
    }
    const right = this.pop();
    const left = this.pop();
    const guards = (useFloats ? [this.notFloat(left), this.notFloat(right)] : [this.notInt(left), this.notInt(right)]).filter(
      (text) => text !== '',
    );
    const bail = this.bail([left, right]);
    if (guards.length > 0) this.emit(`if(${guards.join('||')}){${bail}}`);
    const value = this.fresh();
    const result = this.fresh();
    if (useFloats) {
      // A division that has not run yet: the run loop takes the first, in which no operand is used again.
      if (level === 0) this.emit(`if(true){${bail}}`);
      const x = this.floatValue(left);
      const y = this.floatValue(right);
      const sign = { ADD: '+', SUB: '-', MUL: '*', TRUEDIV: '/' }[name]!;
      if (name === 'TRUEDIV') this.emit(`if(${y}===0){${bail}}`);
      this.emit(`const ${value}=${x}${sign}${y};`);
      this.float(left, right, value, result, bail);
      this.push({ place: 'owned', text: result, type: 'float', value });
      return true;
    }
    const x = this.fresh();
    const y = this.fresh();
    this.emit(`const ${x}=${this.intValue(left)},${y}=${this.intValue(right)};`);
    switch (name) {
      case 'ADD':
      case 'SUB':
      case 'MUL':
        this.emit(`const ${value}=${x}${{ ADD: '+', SUB: '-', MUL: '*' }[name]}${y};if(${value}!==(${value}|0)){${bail}}`);
        break;
      case 'FLOORDIV':
        this.emit(`if(${y}<=0){${bail}}const ${value}=Math.floor(${x}/${y});`);
        break;
      case 'MOD':
        this.emit(`if(${y}<=0){${bail}}let ${value}=${x}%${y};if(${value}<0)${value}+=${y};`);
        break;
      case 'RSHIFT':
        this.emit(`if(${y}<0){${bail}}const ${value}=${x}>>(${y}>31?31:${y});`);
        break;
      default:
        this.emit(`const ${value}=${x}${{ AND: '&', OR: '|', XOR: '^' }[name]}${y};`);
    }
    this.int(value, result, bail);
    this.emit(this.drop(right) + this.drop(left));
    this.push({ place: 'owned', text: result, type: 'int', value: `(${value}|0)` });
    return true;
  }

  /** A new int object, or the cached one, for the int32 in `value`. */
  private int(value: string, result: string, bail: string): void {
    const { smallInts, intType, reps } = this.context;
    this.emit(
      `let ${result}=${smallInts + 40}+8*${value}|0;if(${value}<-5||${value}>256){` +
        `${result}=heap.allocate(${value}<1073741824&&${value}>-1073741824?28:32,0);if(${result}===0){${bail}}` +
        `M[${result}]=1;M[${result}+${FLAGS}]=0;M[${result}+${TYPE}]=${intType};M[${result}+${REP}]=${reps.int};M[${result}+${INT_VALUE}]=${value};}`,
    );
  }

  /** The float object of a result; an operand that only the stack holds is used again, as CPython does when it counts. */
  private float(left: Entry, right: Entry, value: string, result: string, bail: string): void {
    const { counts, floatFreeList, floatType, reps } = this.context;
    this.emit(`let ${result};`);
    const reuse = (entry: Entry, other: Entry): string =>
      counts && entry.place !== 'borrowed'
        ? `if(M[${entry.text}]===1){${result}=${entry.text};D[${result}+4>>1]=${value};${this.drop(other)}}else `
        : '';
    this.emit(
      `${reuse(left, right)}${reuse(right, left)}{${result}=heap.allocate(24,${floatFreeList});if(${result}===0){${bail}}` +
        `M[${result}]=1;M[${result}+${FLAGS}]=0;M[${result}+${TYPE}]=${floatType};M[${result}+${REP}]=${reps.float};D[${result}+4>>1]=${value};` +
        `${this.drop(right)}${this.drop(left)}}`,
    );
  }

  private compare(op: number, name: string): boolean {
    const level = this.seenSite();
    if (level >= 2) return this.helper(2, `vm.compare(rt.sp,${op - FIRST_COMPARE})`);
    const right = this.pop();
    const left = this.pop();
    const guards = (level === 1 ? [this.notFloat(left), this.notFloat(right)] : [this.notInt(left), this.notInt(right)]).filter(
      (text) => text !== '',
    );
    if (guards.length > 0) this.emit(`if(${guards.join('||')}){${this.bail([left, right])}}`);
    const truth = this.fresh();
    const sign = COMPARE[name]!;
    this.emit(
      level === 1
        ? `const ${truth}=${this.floatValue(left)}${sign}${this.floatValue(right)};`
        : `const ${truth}=${this.intValue(left)}${sign}${this.intValue(right)};`,
    );
    this.emit(this.drop(right) + this.drop(left));
    const { instructions, true: True, false: False } = this.context;
    const next = instructions[this.at + 1]!;
    const follow = NAMES[next & 255];
    if ((follow === 'POP_JUMP_IF_FALSE' || follow === 'POP_JUMP_IF_TRUE') && this.blockOf[this.at + 1] === 0) {
      // The jump takes the truth at once.
      this.at++;
      this.uncounted++;
      this.flush();
      this.count();
      this.emit(`if(${follow === 'POP_JUMP_IF_FALSE' ? '!' : ''}${truth}){${this.jumpTo(next >> 8)}}`);
      return true;
    }
    const result = this.fresh();
    this.emit(`const ${result}=${truth}?${True}:${False};`);
    this.push({ place: 'owned', text: result, type: 'any' });
    return true;
  }

  // --- jumps

  private jumpOnTruth(target: number, when: boolean): boolean {
    const value = this.pop();
    const { true: True, false: False, none } = this.context;
    const { text } = value;
    const jump = this.jumpTo(target);
    if (value.type === 'int') {
      this.flush();
      this.count();
      const truth = this.fresh();
      this.emit(`const ${truth}=${this.intValue(value)}!==0;${this.drop(value)}if(${when ? '' : '!'}${truth}){${jump}}`);
      return true;
    }
    // The constants are not counted by the jump; a borrowed one was never loaded.
    if (value.place === 'borrowed') this.emit(this.retain(text));
    this.flush();
    this.count();
    this.emit(when ? `if(${text}===${True}){${jump}}` : `if(${text}===${False}||${text}===${none}){${jump}}`);
    this.emit(
      `if(${when ? `${text}!==${False}&&${text}!==${none}` : `${text}!==${True}`}){${this.slotOf(this.depth)}=${text};` +
        `rt.sp=fp+${this.context.stackOffset + 2 * (this.depth + 1)};F[rec+1]=${this.at + 1};if(${when ? '' : '!'}help.truth(rt.sp)){${jump}}}`,
    );
    return true;
  }

  private jumpOnNone(target: number, when: boolean): boolean {
    const value = this.pop();
    const { none } = this.context;
    // None itself is not released by the jump, as in the run loop.
    if (value.place === 'borrowed') this.emit(this.retain(value.text));
    this.flush();
    const released: Entry = { place: 'owned', text: value.text, type: 'any' };
    this.count();
    const jump = this.jumpTo(target);
    if (when) {
      this.emit(`if(${value.text}===${none}){${jump}}`);
      this.release(released);
    } else {
      this.emit(`if(${value.text}!==${none}){`);
      this.release(released);
      this.emit(`${jump}}`);
    }
    return true;
  }

  private jumpOrPop(target: number, when: boolean): boolean {
    this.general();
    const top = this.slotOf(this.depth - 1);
    const { true: True, false: False, none } = this.context;
    const value = this.fresh();
    const truth = this.fresh();
    this.emit(
      `const ${value}=${top};const ${truth}=${value}===${True}||${value}!==${False}&&${value}!==${none}&&help.isTrueCopy(${value});`,
    );
    this.emit(`if(${truth}===${when}){${this.jumpTo(target)}}`);
    this.stack.pop();
    this.release({ place: 'owned', text: top, type: 'any' });
    return true;
  }

  private forIter(target: number): boolean {
    this.general();
    const { reps, smallInts, intType } = this.context;
    const iterator = this.fresh();
    const rep = this.fresh();
    const value = this.fresh();
    this.emit(
      `const ${iterator}=${this.slotOf(this.depth - 1)},${rep}=M[${iterator}+${REP}];let ${value}=0;` +
        `if(${rep}===${reps.rangeIterator}&&M[${iterator}+${RANGE_ITER_LEFT}]>0){const n=M[${iterator}+${RANGE_ITER_NEXT}];M[${iterator}+${RANGE_ITER_LEFT}]--;M[${iterator}+${RANGE_ITER_NEXT}]=n+M[${iterator}+${RANGE_ITER_STEP}];` +
        `if(n<-5||n>256){${value}=heap.allocate(n<1073741824&&n>-1073741824?28:32,0);if(${value}===0)rt.outOfMemory(32);` +
        `M[${value}]=1;M[${value}+${FLAGS}]=0;M[${value}+${TYPE}]=${intType};M[${value}+${REP}]=${reps.int};M[${value}+${INT_VALUE}]=n;}else ${value}=${smallInts + 40}+8*n;}` +
        `else if(${rep}===${reps.listIterator}&&M[${iterator}+${ITER_SEQUENCE}]!==0&&M[${iterator}+${ITER_INDEX}]<M[M[${iterator}+${ITER_SEQUENCE}]+${LIST_LENGTH}]){` +
        `const i=M[${iterator}+${ITER_INDEX}];M[${iterator}+${ITER_INDEX}]=i+1;${value}=M[M[M[${iterator}+${ITER_SEQUENCE}]+${LIST_ITEMS}]+2*i];${this.retain(value)}}` +
        `else{if(help.enterGenerator(${iterator})){${this.enter()}${value}=M[rt.sp-2];}else ${value}=help.next(${iterator});` +
        `if(${value}===0){rt.sp-=2;${this.counts(`heap.release(${this.slotOf(this.depth - 1)});`)}${this.jumpTo(target)}}}`,
    );
    this.push({ place: 'owned', text: value, type: 'any' });
    return true;
  }

  private counts(text: string): string {
    return this.context.counts ? text : '';
  }

  // --- names, attributes, items

  private loadGlobal(arg: number): boolean {
    const { cacheWord, names } = this.context;
    const ci = this.cacheAt();
    if (this.site() > 0 || cacheWord(this.at, 0) === 0) {
      this.general();
      const text = this.fresh();
      this.emit(`const ${text}=help.loadGlobal(M[fp-2],${names[arg]},${ci});${this.retain(text)}`);
      this.push({ place: 'owned', text, type: 'any' });
      return true;
    }
    const text = this.fresh();
    const keys = this.fresh();
    const builtins = cacheWord(this.at, 1);
    this.emit(`const ${keys}=M[M[M[fp-2]+${FUNC_GLOBALS}]+${DICT_KEYS}];`);
    if (builtins === 0) {
      this.emit(
        `if(M[${keys}+${KEYS_VERSION}]!==${cacheWord(this.at, 0)}){${this.bail([])}}const ${text}=M[${keys}+${cacheWord(this.at, 2)}];`,
      );
    } else {
      const own = this.fresh();
      this.emit(
        `const ${own}=M[M[M[fp-2]+${FUNC_BUILTINS}]+${DICT_KEYS}];if(M[${keys}+${KEYS_VERSION}]!==${cacheWord(this.at, 0)}||M[${own}+${KEYS_VERSION}]!==${builtins}){${this.bail([])}}` +
          `const ${text}=M[${own}+${cacheWord(this.at, 2)}];`,
      );
    }
    this.emit(`if(${text}===0){${this.bail([])}}${this.retain(text)}`);
    this.push({ place: 'owned', text, type: 'any' });
    return true;
  }

  private loadAttr(arg: number): boolean {
    const ci = this.cacheAt();
    if (this.site() > 0) return this.helper(1, `help.loadAttr(rt.sp,${this.context.names[arg]},${ci})`);
    const owner = this.pop();
    const value = this.fresh();
    const bail = this.bail([owner]);
    // Literals of the cache as it is now: the kind of look-up first.
    const kind = this.context.cacheWord(this.at, 2);
    const offset = this.context.cacheWord(this.at, 3);
    const guard = `M[${owner.text}+${REP}]!==${this.context.cacheWord(this.at, 0)}||V[${this.context.cacheWord(this.at, 0) >>> 16}]!==${this.context.cacheWord(this.at, 1)}`;
    if (kind === 1) {
      const header = this.fresh();
      this.emit(
        `if(${guard}){${bail}}const ${header}=M[${owner.text}+${INLINE_HEADER}];if((${header}&${INLINE_VALID})===0||${(offset - INLINE_VALUES) >> 1}>=(${header}&255)){${bail}}`,
      );
    } else if (kind === 3) this.emit(`if(${guard}){${bail}}`);
    else {
      this.push(owner);
      return this.helper(1, `help.loadAttr(rt.sp,${this.context.names[arg]},${ci})`);
    }
    this.emit(`const ${value}=M[${owner.text}+${offset}];if(${value}===0){${bail}}${this.retain(value)}`);
    this.push({ place: 'owned', text: value, type: 'any' });
    this.release(owner);
    return true;
  }

  private loadMethod(arg: number): boolean {
    const ci = this.cacheAt();
    this.general();
    this.emit(`help.loadMethod(rt.sp,${this.context.names[arg]},${ci});`);
    this.stack.pop();
    this.push(SLOT);
    this.push(SLOT);
    return true;
  }

  private storeAttr(arg: number): boolean {
    const ci = this.cacheAt();
    this.general();
    this.emit(`help.storeAttr(rt.sp,${this.context.names[arg]},${ci});`);
    this.stack.length -= 2;
    return true;
  }

  private subscript(): boolean {
    const { reps } = this.context;
    const level = this.seenSite();
    if (level >= 2) return this.helper(2, `if(!help.subscript(rt.sp,${this.cacheAt()}))return ${THROWN}`);
    const key = this.pop();
    const container = this.pop();
    const bail = this.bail([container, key]);
    const guard = this.notInt(key);
    const tuple = level === 1;
    this.emit(
      `if(${guard === '' ? '' : `${guard}||`}M[${container.text}+${REP}]!==${tuple ? reps.tuple : reps.list}){${bail}}`,
    );
    const index = this.fresh();
    const value = this.fresh();
    this.emit(
      `let ${index}=${this.intValue(key)};if(${index}<0)${index}+=M[${container.text}+${LIST_LENGTH}];if(${index}<0||${index}>=M[${container.text}+${LIST_LENGTH}]){${bail}}` +
        `const ${value}=M[${tuple ? `${container.text}+${TUPLE_ITEMS}` : `M[${container.text}+${LIST_ITEMS}]`}+2*${index}];${this.retain(value)}${this.drop(key)}`,
    );
    this.push({ place: 'owned', text: value, type: 'any' });
    this.release(container);
    return true;
  }

  private storeSubscript(): boolean {
    const { reps } = this.context;
    if (this.seenSite() > 0) {
      this.general();
      this.emit(`help.storeSubscript(rt.sp,${this.cacheAt()});`);
      this.stack.length -= 3;
      return true;
    }
    const key = this.pop();
    const container = this.pop();
    const value = this.pop();
    const bail = this.bail([value, container, key]);
    const guard = this.notInt(key);
    this.emit(`if(${guard === '' ? '' : `${guard}||`}M[${container.text}+${REP}]!==${reps.list}){${bail}}`);
    const index = this.fresh();
    const old = this.fresh();
    this.emit(
      `let ${index}=${this.intValue(key)};if(${index}<0)${index}+=M[${container.text}+${LIST_LENGTH}];if(${index}<0||${index}>=M[${container.text}+${LIST_LENGTH}]){${bail}}`,
    );
    if (value.place === 'borrowed') this.emit(this.retain(value.text));
    this.emit(
      `const ${old}=M[M[${container.text}+${LIST_ITEMS}]+2*${index}];heap.store(${container.text},M[${container.text}+${LIST_ITEMS}]+2*${index},${value.text});${this.drop(key)}`,
    );
    // The container lies where the value was while the old item goes.
    this.push(container.place === 'slot' ? { ...container, place: 'owned' } : container);
    this.release({ place: 'owned', text: old, type: 'any' });
    this.stack.pop();
    this.release(container);
    return true;
  }

  // --- calls

  private called(call: string, pops: number): boolean {
    this.general();
    this.emit(`if(${call}){${this.enter()}}else help.afterCall();`);
    this.stack.length -= pops;
    this.push(SLOT);
    return true;
  }
}
