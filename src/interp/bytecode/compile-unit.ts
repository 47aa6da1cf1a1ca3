import { assert } from '../../base/assert.ts';
import type { Located } from '../syntax/ast.ts';
import { DEF_COMP_CELL, DEF_FREE_CLASS, isFunctionLike, mangleIn, type NameSymbol, type Scope } from '../syntax/scopes.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FUTURE_ANNOTATIONS,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
  type Constant,
} from './code-unit.ts';
import { CELL_OPERANDS, constantKey, isSameCode, type NameTable } from './compile-tables.ts';
import { Block, type Instruction, linearize, NOWHERE, optimize } from './flow-graph.ts';
import { OP } from './opcodes.ts';
import { endsBlock } from './stack-effect.ts';

/** One scope under compilation: its tables of names and constants, and the blocks written so far. */

export type UnitKind = 'module' | 'class' | 'function' | 'async' | 'lambda' | 'comprehension' | 'typeParams';

/** What a `return`, `break` or `continue` has to leave on its way (CPython's frame blocks). */
export interface FrameBlock {
  readonly kind:
    | 'while'
    | 'for'
    | 'asyncFor'
    | 'tryExcept'
    | 'finallyTry'
    | 'finallyEnd'
    | 'with'
    | 'asyncWith'
    | 'handlerCleanup'
    | 'popValue'
    | 'exceptionHandler'
    | 'exceptionGroupHandler'
    | 'asyncComprehension'
    | 'stopIteration';
  /** Of a loop: where `continue` and `break` go. */
  readonly start?: Block;
  readonly exit?: Block;
  /** The finally body, to be written again where it is left early. */
  readonly leave?: () => void;
  /** The bound name of a handler. */
  readonly name?: string | null;
  readonly place?: Located;
}

const MAKE_CELL = OP['MAKE_CELL']!;
const COPY_FREE_VARS = OP['COPY_FREE_VARS']!;
const RETURN_GENERATOR = OP['RETURN_GENERATOR']!;
const POP_TOP = OP['POP_TOP']!;
const LOAD_CONST = OP['LOAD_CONST']!;

export class Unit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly qualname: string;
  readonly scope: Scope;
  readonly parent: Unit | null;
  readonly firstLine: number;
  className: string | null;
  argCount = 0;
  posOnlyCount = 0;
  kwOnlyCount = 0;
  docstring: string | null = null;
  readonly names: NameTable = new Map();
  readonly varNames: NameTable = new Map();
  readonly cells: string[];
  readonly frees: string[];
  /** Names of a module or class that an inlined comprehension keeps in fast locals for now. */
  readonly hidden = new Set<string>();
  inlinedComprehensions = 0;
  readonly staticAttributes = new Set<string>();
  readonly frames: FrameBlock[] = [];
  private readonly constants: Constant[] = [];
  private readonly late: Constant[] = [];
  private readonly constantIndex = new Map<string, number>();
  private readonly entry = new Block();
  private block = this.entry;

  constructor(kind: UnitKind, name: string, scope: Scope, parent: Unit | null, firstLine: number) {
    this.kind = kind;
    this.name = name;
    this.scope = scope;
    this.parent = parent;
    this.firstLine = firstLine;
    this.className = parent === null ? null : parent.className;
    this.qualname = qualifiedName(name, kind, parent);
    for (const parameter of scope.parameters) this.varNames.set(parameter, this.varNames.size);
    this.cells = cellNames(scope);
    this.frees = freeNames(scope);
  }

  // ---- names and constants

  mangled(name: string): string {
    return mangleIn(this.scope, this.className, name);
  }

  symbol(mangled: string): NameSymbol | undefined {
    return this.scope.symbols.get(mangled);
  }

  /** Index in co_cellvars + co_freevars, as the operand of a cell opcode until the unit is assembled. */
  cellOperand(name: string, preferFree: boolean): number {
    const cell = this.cells.indexOf(name);
    if (cell >= 0 && !preferFree) return cell;
    const free = this.frees.indexOf(name);
    if (free >= 0) return this.cells.length + free;
    assert(cell >= 0, 'a closed-over name is a cell or free variable of its unit');
    return cell;
  }

  constant(value: Constant): number {
    const key = constantKey(value);
    if (key !== null) {
      const known = this.constantIndex.get(key);
      if (known !== undefined) return known;
      this.constantIndex.set(key, this.constants.length);
    }
    if (value.kind === 'code') {
      // Code that is written twice, in the test of a loop or a finally body, is one constant.
      const twin = this.constants.findIndex((other) => other.kind === 'code' && isSameCode(other.code, value.code));
      if (twin >= 0) return twin;
    }
    this.constants.push(value);
    return this.constants.length - 1;
  }

  /** A number below zero, resolved when the unit is finished. */
  lateConstant(value: Constant): number {
    this.late.push(value);
    return -this.late.length;
  }

  // ---- emission

  emit(op: number, arg: number, place: Located, target: Block | null = null, quiet = false): void {
    const last = this.block.instructions.at(-1);
    if (last !== undefined && ((last.op < 1000 && endsBlock(last.op)) || (last.target !== null && last.op < 1000))) {
      this.use(new Block());
    }
    this.block.instructions.push({ op, arg, target, place, handler: null, quiet });
  }

  /** Continues in `block`: where jumps to it lead. */
  use(block: Block): void {
    this.block.next = block;
    this.block = block;
  }

  /** Puts an instruction before all others of the unit. */
  prepend(op: number, target: Block): void {
    this.entry.instructions.unshift({ op, arg: 0, target, place: NOWHERE, handler: null, quiet: false });
  }

  // ---- assembly

  finish(filename: string, futureAnnotations: boolean): CodeUnit {
    const { scope } = this;
    let flags = futureAnnotations ? CO_FUTURE_ANNOTATIONS : 0;
    let isGenerator = false;
    if (isFunctionLike(scope)) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      if (scope.nested) flags |= CO_NESTED;
      if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
      else if (scope.coroutine) flags |= CO_COROUTINE;
      isGenerator = scope.generator || scope.coroutine;
      if (this.hasVarargs) flags |= CO_VARARGS;
      if (this.hasVarkeywords) flags |= CO_VARKEYWORDS;
    }
    const varNames = [...this.varNames.keys()];
    const { localsPlus, cellSlots } = layout(varNames, this.cells, this.frees);
    const { blocks, stackSize } = optimize(this.entry);
    const prefix = this.prefix(isGenerator);
    if (prefix.length > 0) {
      const first = new Block();
      first.instructions = prefix;
      blocks.unshift(first);
    }
    const all = linearize(blocks);
    return {
      name: this.name,
      qualname: this.qualname,
      filename,
      firstLine: this.firstLine,
      flags,
      argCount: this.argCount,
      posOnlyCount: this.posOnlyCount,
      kwOnlyCount: this.kwOnlyCount,
      varNames,
      cellNames: [
        ...varNames.filter((name) => this.cells.includes(name)),
        ...this.cells.filter((name) => !this.varNames.has(name)),
      ],
      freeNames: this.frees,
      localsPlus,
      names: [...this.names.keys()],
      constants: this.usedConstants(all),
      code: encode(all, cellSlots),
      positions: positionsOf(all),
      exceptionTable: exceptionTableOf(all),
      stackSize: Math.max(stackSize, isGenerator ? 1 : 0),
      docstring: this.docstring,
    };
  }

  hasVarargs = false;
  hasVarkeywords = false;

  private prefix(isGenerator: boolean): Instruction[] {
    const out: Instruction[] = [];
    const add = (op: number, arg: number, place: Located): void => {
      out.push({ op, arg, target: null, place, handler: null, quiet: false });
    };
    if (this.frees.length > 0) add(COPY_FREE_VARS, this.frees.length, NOWHERE);
    for (let cell = 0; cell < this.cells.length; cell++) add(MAKE_CELL, cell, NOWHERE);
    if (isGenerator) {
      const place = { line: this.firstLine, col: -1, endLine: this.firstLine, endCol: -1 };
      add(RETURN_GENERATOR, 0, place);
      add(POP_TOP, 0, place);
    }
    return out;
  }

  /** Drops constants that only unreachable code used; a function's first (its docstring or None) stays. */
  private usedConstants(all: readonly Instruction[]): Constant[] {
    for (const instruction of all) {
      if (instruction.op === LOAD_CONST && instruction.arg < 0) {
        instruction.arg = this.constant(this.late[-instruction.arg - 1]!);
      }
    }
    const used = new Set<number>();
    if (this.constants.length > 0) used.add(0);
    for (const { op, arg } of all) if (op === LOAD_CONST) used.add(arg);
    if (used.size === this.constants.length) return this.constants;
    const renumbered = new Map([...used].sort((a, b) => a - b).map((old, index) => [old, index]));
    for (const instruction of all) if (instruction.op === LOAD_CONST) instruction.arg = renumbered.get(instruction.arg)!;
    return [...renumbered.keys()].map((old) => this.constants[old]!);
  }
}

function qualifiedName(name: string, kind: UnitKind, parent: Unit | null): string {
  if (parent === null || kind === 'module') return name;
  let around: Unit = parent;
  if (around.kind === 'typeParams') {
    if (around.parent === null || around.parent.kind === 'module') return name;
    around = around.parent;
  }
  if (around.kind === 'module') return name;
  if (kind === 'function' || kind === 'async' || kind === 'class') {
    if (around.scope.resolutionOf(mangleIn(around.scope, around.className, name)) === 'global') return name;
  }
  const inFunction = around.kind === 'function' || around.kind === 'async' || around.kind === 'lambda';
  return `${around.qualname}${inFunction ? '.<locals>' : ''}.${name}`;
}

function cellNames(scope: Scope): string[] {
  const names: string[] = [];
  for (const [name, symbol] of scope.symbols) {
    if (symbol.resolution === 'cell' || (symbol.flags & DEF_COMP_CELL) !== 0) names.push(name);
  }
  names.sort();
  if (scope.needsClassClosure) names.push('__class__');
  if (scope.needsClassDict) names.push('__classdict__');
  return names;
}

function freeNames(scope: Scope): string[] {
  const names: string[] = [];
  for (const [name, symbol] of scope.symbols) {
    if (symbol.resolution === 'free' || (symbol.flags & DEF_FREE_CLASS) !== 0) names.push(name);
  }
  return names.sort();
}

/** Slots of a frame: locals, then cells that are not locals, then free variables. */
function layout(varNames: readonly string[], cells: readonly string[], frees: readonly string[]) {
  const localsPlus = [...varNames];
  const cellSlots: number[] = [];
  for (const name of cells) {
    const local = varNames.indexOf(name);
    if (local >= 0) cellSlots.push(local);
    else {
      cellSlots.push(localsPlus.length);
      localsPlus.push(name);
    }
  }
  for (const name of frees) {
    cellSlots.push(localsPlus.length);
    localsPlus.push(name);
  }
  return { localsPlus, cellSlots };
}

function encode(all: readonly Instruction[], cellSlots: readonly number[]): Int32Array {
  const code = new Int32Array(all.length);
  for (let index = 0; index < all.length; index++) {
    const { op, arg } = all[index]!;
    const operand = CELL_OPERANDS[op] ? cellSlots[arg]! : arg;
    code[index] = op | (operand << 8);
  }
  return code;
}

function positionsOf(all: readonly Instruction[]): Int32Array {
  const positions = new Int32Array(4 * all.length);
  let at = 0;
  for (const { place } of all) {
    positions[at++] = place.line;
    positions[at++] = place.endLine;
    positions[at++] = place.col;
    positions[at++] = place.endCol;
  }
  return positions;
}

function exceptionTableOf(all: readonly Instruction[]): Int32Array {
  const table: number[] = [];
  for (let start = 0; start < all.length; ) {
    const { handler } = all[start]!;
    let end = start + 1;
    while (end < all.length && all[end]!.handler === handler) end++;
    if (handler !== null) {
      const target = firstIndex(handler);
      const lasti = handler.keepsLasti ? 1 : 0;
      table.push(start, end, target, handler.depth - 1 - lasti, lasti);
    }
    start = end;
  }
  return Int32Array.from(table);
}

function firstIndex(handler: Block): number {
  let at = handler;
  while (at.instructions.length === 0 && at.next !== null) at = at.next;
  assert(at.index >= 0, 'an exception handler is kept while something needs it');
  return at.index;
}
