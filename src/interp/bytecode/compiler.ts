import { assert } from '../../base/assert.ts';
import type { Expr, Located, Stmt } from '../syntax/ast.ts';
import type { ScopeTable } from '../syntax/scope-builder.ts';
import { isFunctionLike, type Scope } from '../syntax/scopes.ts';
import type { SourceText } from '../syntax/source-text.ts';
import type { CodeUnit, Constant } from './code-unit.ts';
import { indexOf, NONE } from './compile-tables.ts';
import { type FrameBlock, Unit, type UnitKind } from './compile-unit.ts';
import { Block, NOWHERE, POP_BLOCK, SETUP_FINALLY } from './flow-graph.ts';
import { OP } from './opcodes.ts';

/** What the parts of the code generator share: the unit being written, emission, names and closures. */

export interface Visitors {
  expr(c: Compiler, node: Expr): void;
  stmts(c: Compiler, body: readonly Stmt[]): void;
}

export type NameUse = 'load' | 'store' | 'delete';

const LOCAL_OPS = { load: 'LOAD_FAST', store: 'STORE_FAST', delete: 'DELETE_FAST' } as const;
const CELL_OPS = { load: 'LOAD_DEREF', store: 'STORE_DEREF', delete: 'DELETE_DEREF' } as const;
const GLOBAL_OPS = { load: 'LOAD_GLOBAL', store: 'STORE_GLOBAL', delete: 'DELETE_GLOBAL' } as const;
const NAME_OPS = { load: 'LOAD_NAME', store: 'STORE_NAME', delete: 'DELETE_NAME' } as const;

/** Beyond this many operands displays and calls are built piece by piece, so that the stack stays shallow. */
export const STACK_GUIDELINE = 30;

/** CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 21;

export class Compiler {
  readonly source: SourceText;
  readonly scopes: ScopeTable;
  readonly futureAnnotations: boolean;
  readonly interactive: boolean;
  private readonly visitors: Visitors;
  private current: Unit | null = null;

  constructor(
    source: SourceText,
    scopes: ScopeTable,
    options: { futureAnnotations: boolean; interactive: boolean },
    visitors: Visitors,
  ) {
    this.source = source;
    this.scopes = scopes;
    this.futureAnnotations = options.futureAnnotations;
    this.interactive = options.interactive;
    this.visitors = visitors;
  }

  get unit(): Unit {
    assert(this.current !== null, 'code is generated inside a unit');
    return this.current;
  }

  expr(node: Expr): void {
    this.visitors.expr(this, node);
  }

  exprs(nodes: readonly Expr[]): void {
    for (const node of nodes) this.visitors.expr(this, node);
  }

  stmts(body: readonly Stmt[]): void {
    this.visitors.stmts(this, body);
  }

  // ---- units

  enter(kind: UnitKind, name: string, key: object | null, firstLine: number): Unit {
    const scope: Scope = key === null ? this.scopes.module : this.scopes.of(key);
    const unit = new Unit(kind, name, scope, this.current, firstLine);
    this.current = unit;
    const line = kind === 'module' ? 0 : firstLine;
    this.op('RESUME', { line, col: 0, endLine: line, endCol: 0 }, 0);
    return unit;
  }

  /** Ends the unit; `addReturn`: with `return None` at its end. */
  leave(addReturn: boolean): CodeUnit {
    const { unit } = this;
    if (addReturn) {
      this.constant(NONE, NOWHERE);
      this.op('RETURN_VALUE', NOWHERE);
    }
    const code = unit.finish(this.source.filename, this.futureAnnotations);
    this.current = unit.parent;
    return code;
  }

  // ---- emission

  op(name: string, place: Located, arg = 0): void {
    this.unit.emit(OP[name]!, arg, place);
  }

  jump(name: string, target: Block, place: Located): void {
    this.unit.emit(OP[name]!, 0, place, target);
  }

  /** A jump that is no safepoint, whichever way it goes. */
  quietJump(target: Block, place: Located): void {
    this.unit.emit(OP['JUMP']!, 0, place, target, true);
  }

  /** A SETUP_… or POP_BLOCK of flow-graph.ts. */
  pseudo(op: number, place: Located, target: Block | null = null): void {
    this.unit.emit(op, 0, place, target);
  }

  use(block: Block): void {
    this.unit.use(block);
  }

  constant(value: Constant, place: Located): void {
    this.op('LOAD_CONST', place, this.unit.constant(value));
  }

  /** A constant that CPython makes in its last passes, and lists behind all others. */
  lateConstant(value: Constant, place: Located): void {
    this.op('LOAD_CONST', place, this.unit.lateConstant(value));
  }

  /** An opcode whose operand is an attribute or global name. */
  withName(name: string, operand: string, place: Located): void {
    this.op(name, place, indexOf(this.unit.names, operand));
  }

  withLocal(name: string, operand: string, place: Located): void {
    this.op(name, place, indexOf(this.unit.varNames, operand));
  }

  /** `place`: the statement that opens the block, for the error when there are too many. */
  pushFrame(frame: FrameBlock, place: Located): void {
    if (this.unit.frames.length >= MAX_BLOCKS) {
      const { line, col, endLine, endCol } = place;
      throw this.source.error('too many statically nested blocks', line, col, endLine, endCol);
    }
    this.unit.frames.push(frame);
  }

  popFrame(): void {
    this.unit.frames.pop();
  }

  // ---- names

  loadName(name: string, place: Located): void {
    this.name(name, 'load', place);
  }

  storeName(name: string, place: Located): void {
    this.name(name, 'store', place);
  }

  name(name: string, use: NameUse, place: Located): void {
    const { unit } = this;
    const { scope } = unit;
    const mangled = unit.mangled(name);
    const resolution = unit.symbol(mangled)?.resolution ?? null;
    if (resolution === 'free' || resolution === 'cell') {
      const operand = unit.cellOperand(mangled, resolution === 'free');
      if (use !== 'load') this.op(CELL_OPS[use], place, operand);
      else if (scope.type === 'class' && unit.inlinedComprehensions === 0) {
        this.op('LOAD_LOCALS', place);
        this.op('LOAD_FROM_DICT_OR_DEREF', place, operand);
      } else if (scope.canSeeClassScope) {
        this.op('LOAD_DEREF', place, unit.cellOperand('__classdict__', true));
        this.op('LOAD_FROM_DICT_OR_DEREF', place, operand);
      } else this.op('LOAD_DEREF', place, operand);
      return;
    }
    if (resolution === 'local' && (isFunctionLike(scope) || unit.hidden.has(mangled))) {
      this.withLocal(LOCAL_OPS[use], mangled, place);
      return;
    }
    if (resolution === 'global' || (resolution === 'implicit' && isFunctionLike(scope))) {
      if (use === 'load' && scope.canSeeClassScope && resolution === 'implicit') {
        this.op('LOAD_DEREF', place, unit.cellOperand('__classdict__', true));
        this.withName('LOAD_FROM_DICT_OR_GLOBALS', mangled, place);
      } else this.withName(GLOBAL_OPS[use], mangled, place);
      return;
    }
    const asGlobal = use === 'load' && scope.type === 'class' && unit.inlinedComprehensions > 0;
    this.withName(asGlobal ? 'LOAD_GLOBAL' : NAME_OPS[use], mangled, place);
  }

  // ---- closures

  /** Makes a function of `code`. Operands that `flags` announces (see MAKE_FUNCTION) are on the stack. */
  makeFunction(code: CodeUnit, flags: number, place: Located): void {
    let all = flags;
    if (code.freeNames.length > 0) {
      for (const name of code.freeNames) this.op('LOAD_CLOSURE', place, this.closureOperand(name));
      this.op('BUILD_TUPLE', place, code.freeNames.length);
      all |= 8;
    }
    this.constant({ kind: 'code', code }, place);
    this.op('MAKE_FUNCTION', place, all);
  }

  private closureOperand(name: string): number {
    const { unit } = this;
    if (unit.scope.type === 'class' && (name === '__class__' || name === '__classdict__')) return unit.cellOperand(name, false);
    return unit.cellOperand(name, unit.symbol(name)?.resolution === 'free');
  }
}

/** Value is ready to wait for: `await` it, the awaitable being on the stack. */
export function awaitValue(c: Compiler, kind: number, place: Located): void {
  c.op('GET_AWAITABLE', place, kind);
  c.constant(NONE, place);
  yieldFrom(c, place, true);
}

/** The loop of `yield from` and `await` (CPython's compiler_add_yield_from). Receiver and first value are on the stack. */
export function yieldFrom(c: Compiler, place: Located, isAwait: boolean): void {
  const send = new Block();
  const fail = new Block();
  const exit = new Block();
  c.use(send);
  c.jump('SEND', exit, place);
  c.pseudo(SETUP_FINALLY, place, fail);
  c.op('YIELD_VALUE', place, 1);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.op('RESUME', place, isAwait ? 3 : 2);
  c.quietJump(send, place);
  c.use(fail);
  c.op('CLEANUP_THROW', place);
  c.use(exit);
  c.op('END_SEND', place);
}
