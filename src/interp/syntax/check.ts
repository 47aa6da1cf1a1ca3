import type {
  Arguments,
  ClassDef,
  ComprehensionExpr,
  Expr,
  Expression,
  FunctionDef,
  ImportFrom,
  Keyword,
  Lambda,
  Located,
  Module,
  Stmt,
  Try,
  TypeParam,
} from './ast.ts';
import { checkMatch } from './check-patterns.ts';
import { warnAssert, warnCall, warnCompare, warnSubscript } from './check-warnings.ts';
import type { ScopeTable } from './scope-builder.ts';
import type { Scope } from './scopes.ts';
import type { SourceText } from './source-text.ts';
import { forEachChild, forEachDefault } from './walk.ts';

/**
 * What CPython refuses after parsing (Python/compile.c), with its words and places: statements outside what they belong to,
 * misplaced stars, repeated keywords, forbidden names, patterns that cannot work. Also gives the compiler's SyntaxWarnings.
 * Runs when the scopes are known: some rules depend on them.
 */
export function checkTree(tree: Module | Expression, scopes: ScopeTable, source: SourceText, futureAnnotations: boolean): void {
  const check = new Check(scopes, source, futureAnnotations);
  if (tree.kind === 'Expression') check.expr(tree.body);
  else check.module(tree.body);
}

interface Place {
  readonly kind: 'module' | 'class' | 'function' | 'async' | 'lambda' | 'comprehension' | 'typeScope';
  readonly scope: Scope;
  /** Innermost first: what `break`, `continue` and `return` would leave. */
  readonly around: ('loop' | 'exceptStar')[];
}

class Check {
  private readonly scopes: ScopeTable;
  private readonly source: SourceText;
  /** Annotations are text and not compiled. */
  private readonly futureAnnotations: boolean;
  private place: Place;
  /** The last future import at the head of the module. */
  private lastFuture: Located | null = null;

  constructor(scopes: ScopeTable, source: SourceText, futureAnnotations: boolean) {
    this.scopes = scopes;
    this.futureAnnotations = futureAnnotations;
    this.source = source;
    this.place = { kind: 'module', scope: scopes.module, around: [] };
  }

  private readonly refuse = (message: string, at: Located): never => {
    throw this.source.error(message, at.line, at.col, at.endLine, at.endCol);
  };

  module(body: readonly Stmt[]): void {
    for (const [index, node] of body.entries()) {
      const isDoc = index === 0 && node.kind === 'Expr' && node.value.kind === 'Constant' && node.value.value.kind === 'str';
      if (isDoc) continue;
      if (!isFuture(node)) break;
      this.lastFuture = node;
    }
    this.stmts(body);
  }

  private within(place: Place, run: () => void): void {
    const outer = this.place;
    this.place = place;
    run();
    this.place = outer;
  }

  private inside(what: 'loop' | 'exceptStar', run: () => void): void {
    this.place.around.unshift(what);
    run();
    this.place.around.shift();
  }

  private get inFunction(): boolean {
    return this.place.kind !== 'module' && this.place.kind !== 'class';
  }

  // ---- statements

  private stmts(body: readonly Stmt[]): void {
    for (const node of body) this.stmt(node);
  }

  private stmt(node: Stmt): void {
    switch (node.kind) {
      case 'FunctionDef':
        return this.functionDef(node);
      case 'ClassDef':
        return this.classDef(node);
      case 'TypeAlias':
        this.bound(node.name.id, node.name);
        this.typeParams(node.typeParams);
        return this.within({ kind: 'function', scope: this.scopes.of(node), around: [] }, () => this.expr(node.value));
      case 'Return':
        if (!this.inFunction) this.refuse("'return' outside function", node);
        if (node.value !== null && this.place.scope.coroutine && this.place.scope.generator) {
          this.refuse("'return' with value in async generator", node);
        }
        this.optional(node.value);
        if (this.place.around.includes('exceptStar'))
          this.refuseExceptStar(node.value?.kind === 'Constant' ? node.value : node);
        return;
      case 'Delete':
        for (const target of node.targets) this.deleted(target);
        return;
      case 'Assign':
        this.expr(node.value);
        for (const target of node.targets) this.target(target);
        return;
      case 'AugAssign':
        this.target(node.target);
        return this.expr(node.value);
      case 'AnnAssign':
        this.optional(node.value);
        this.target(node.target);
        // Annotations of local variables are never evaluated.
        if (!this.futureAnnotations && !this.inFunction) this.expr(node.annotation);
        return;
      case 'For':
        if (node.isAsync && this.place.kind !== 'async') this.refuse("'async for' outside async function", node);
        this.expr(node.iter);
        this.target(node.target);
        this.inside('loop', () => this.stmts(node.body));
        return this.stmts(node.orelse);
      case 'While':
        this.expr(node.test);
        this.inside('loop', () => this.stmts(node.body));
        return this.stmts(node.orelse);
      case 'If': {
        let at = node;
        for (;;) {
          this.expr(at.test);
          this.stmts(at.body);
          const next = at.orelse.length === 1 ? at.orelse[0]! : null;
          if (next?.kind !== 'If') break;
          at = next;
        }
        return this.stmts(at.orelse);
      }
      case 'With':
        if (node.isAsync && this.place.kind !== 'async') this.refuse("'async with' outside async function", node);
        for (const { contextExpr, target } of node.items) {
          this.expr(contextExpr);
          if (target !== null) this.target(target);
        }
        return this.stmts(node.body);
      case 'Match':
        this.expr(node.subject);
        checkMatch(node, this.refuse, (part) => this.expr(part));
        for (const { guard, body } of node.cases) {
          this.optional(guard);
          this.stmts(body);
        }
        return;
      case 'Raise':
        this.optional(node.exc);
        return this.optional(node.cause);
      case 'Try':
        return this.tryStatement(node);
      case 'Assert':
        warnAssert(node, this.source);
        this.expr(node.test);
        return this.optional(node.msg);
      case 'Import':
        for (const alias of node.names) this.bound(alias.asName ?? alias.name.split('.')[0]!, node);
        return;
      case 'ImportFrom':
        return this.importFrom(node);
      case 'Expr':
        return this.expr(node.value);
      case 'Break':
      case 'Continue':
        return this.leaveLoop(node);
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
    }
  }

  private refuseExceptStar(node: Located): never {
    return this.refuse("'break', 'continue' and 'return' cannot appear in an except* block", node);
  }

  private leaveLoop(node: Stmt): void {
    const innermost = this.place.around[0];
    if (innermost === 'exceptStar') this.refuseExceptStar(node);
    if (innermost === undefined) {
      this.refuse(node.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", node);
    }
  }

  private tryStatement(node: Try): void {
    this.stmts(node.body);
    node.handlers.forEach((handler, index) => {
      if (handler.type === null && index < node.handlers.length - 1) {
        this.refuse("default 'except:' must be last", handler);
      }
      this.optional(handler.type);
      if (handler.name !== null) this.bound(handler.name, handler);
      if (node.isStar) this.inside('exceptStar', () => this.stmts(handler.body));
      else this.stmts(handler.body);
    });
    this.stmts(node.orelse);
    this.stmts(node.finalbody);
  }

  private importFrom(node: ImportFrom): void {
    if (isFuture(node) && isAfter(node, this.lastFuture)) {
      this.refuse('from __future__ imports must occur at the beginning of the file', node);
    }
    for (const alias of node.names) if (alias.name !== '*') this.bound(alias.asName ?? alias.name, node);
  }

  private functionDef(node: FunctionDef): void {
    node.decorators.forEach((item) => {
      this.expr(item);
    });
    this.parameterNames(node.args);
    forEachDefault(node.args, (value) => this.expr(value));
    this.typeParams(node.typeParams);
    if (!this.futureAnnotations) this.annotations(node);
    this.bound(node.name, node);
    const kind = node.isAsync ? 'async' : 'function';
    this.within({ kind, scope: this.scopes.of(node), around: [] }, () => this.stmts(node.body));
  }

  private annotations(node: FunctionDef): void {
    for (const { annotation } of allArgs(node.args)) {
      if (annotation !== null) this.expr(annotation.kind === 'Starred' ? annotation.value : annotation);
    }
    this.optional(node.returns);
  }

  private classDef(node: ClassDef): void {
    node.decorators.forEach((item) => {
      this.expr(item);
    });
    this.typeParams(node.typeParams);
    this.bound(node.name, node);
    this.within({ kind: 'class', scope: this.scopes.of(node), around: [] }, () => this.stmts(node.body));
    this.callArguments(node.bases, node.keywords);
  }

  private typeParams(params: readonly TypeParam[]): void {
    let seenDefault = false;
    for (const param of params) {
      this.bound(param.name, param);
      if (param.defaultValue !== null) seenDefault = true;
      else if (seenDefault) {
        this.refuse(`non-default type parameter '${param.name}' follows default type parameter`, param);
      }
      if (param.kind === 'TypeVar' && param.bound !== null) this.expr(param.bound);
      const value = param.defaultValue;
      if (value !== null) this.expr(param.kind === 'TypeVarTuple' && value.kind === 'Starred' ? value.value : value);
    }
  }

  // ---- names and targets

  private bound(name: string, at: Located): void {
    if (name === '__debug__') this.refuse('cannot assign to __debug__', at);
  }

  private parameterNames(args: Arguments): void {
    for (const arg of allArgs(args)) this.bound(arg.arg, arg);
  }

  private target(node: Expr): void {
    switch (node.kind) {
      case 'Name':
        return this.bound(node.id, node);
      case 'Attribute':
        this.expr(node.value);
        return this.bound(node.attr, node);
      case 'Subscript':
        return this.expr(node);
      case 'Tuple':
      case 'List':
        return this.sequenceTarget(node.elts, node);
      case 'Starred':
        return this.refuse('starred assignment target must be in a list or tuple', node);
      default:
        return this.expr(node);
    }
  }

  private sequenceTarget(elts: readonly Expr[], node: Expr): void {
    if (elts.filter((item) => item.kind === 'Starred').length > 1) {
      this.refuse('multiple starred expressions in assignment', node);
    }
    for (const item of elts) this.target(item.kind === 'Starred' ? item.value : item);
  }

  private deleted(node: Expr): void {
    switch (node.kind) {
      case 'Name':
        if (node.id === '__debug__') this.refuse('cannot delete __debug__', node);
        return;
      case 'Attribute':
        this.expr(node.value);
        if (node.attr === '__debug__') this.refuse('cannot delete __debug__', node);
        return;
      case 'Tuple':
      case 'List':
        for (const item of node.elts) this.deleted(item);
        return;
      case 'Subscript':
        return forEachChild(node, this.visit);
      default:
        return this.expr(node);
    }
  }

  // ---- expressions

  private optional(node: Expr | null): void {
    if (node !== null) this.expr(node);
  }

  private readonly visit = (node: Expr): void => this.expr(node);

  expr(node: Expr): void {
    switch (node.kind) {
      case 'Constant':
      case 'Name':
        return;
      case 'BinOp': {
        let at: Expr = node;
        const rights: Expr[] = [];
        while (at.kind === 'BinOp') {
          rights.push(at.right);
          at = at.left;
        }
        this.expr(at);
        for (let index = rights.length - 1; index >= 0; index--) this.expr(rights[index]!);
        return;
      }
      case 'Starred':
        return this.refuse("can't use starred expression here", node);
      case 'List':
      case 'Tuple':
      case 'Set':
        for (const item of node.elts) this.expr(item.kind === 'Starred' ? item.value : item);
        return;
      case 'Call':
        warnCall(node, this.source);
        this.expr(node.func);
        return this.callArguments(node.args, node.keywords);
      case 'Compare':
        warnCompare(node, this.source);
        return forEachChild(node, this.visit);
      case 'Subscript':
        warnSubscript(node, this.source);
        return forEachChild(node, this.visit);
      case 'NamedExpr':
        this.expr(node.value);
        return this.bound(node.target.id, node.target);
      case 'Lambda':
        return this.lambda(node);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehension(node);
      case 'Yield':
        if (!this.inFunction) this.refuse("'yield' outside function", node);
        return this.optional(node.value);
      case 'YieldFrom':
        if (!this.inFunction) this.refuse("'yield from' outside function", node);
        if (this.place.kind === 'async') this.refuse("'yield from' inside async function", node);
        return this.expr(node.value);
      case 'Await':
        if (!this.inFunction) this.refuse("'await' outside function", node);
        if (this.place.kind !== 'async' && this.place.kind !== 'comprehension') {
          this.refuse("'await' outside async function", node);
        }
        return this.expr(node.value);
      default:
        return forEachChild(node, this.visit);
    }
  }

  private callArguments(args: readonly Expr[], keywords: readonly Keyword[]): void {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      if (keyword.arg === null) continue;
      if (keyword.arg === '__debug__') this.refuse('cannot assign to __debug__', keyword);
    }
    for (const [index, keyword] of keywords.entries()) {
      if (keyword.arg === null) continue;
      if (seen.has(keyword.arg)) this.refuse(`keyword argument repeated: ${keyword.arg}`, keywords[index]!);
      seen.add(keyword.arg);
    }
    for (const arg of args) this.expr(arg.kind === 'Starred' ? arg.value : arg);
    for (const keyword of keywords) this.expr(keyword.value);
  }

  private lambda(node: Lambda): void {
    this.parameterNames(node.args);
    forEachDefault(node.args, this.visit);
    this.within({ kind: 'lambda', scope: this.scopes.of(node), around: [] }, () => this.expr(node.body));
  }

  private comprehension(node: ComprehensionExpr): void {
    const scope = this.scopes.of(node);
    const { kind } = this.place;
    if (scope.coroutine && node.kind !== 'GeneratorExp' && kind !== 'async' && kind !== 'comprehension') {
      this.refuse('asynchronous comprehension outside of an asynchronous function', node);
    }
    const [first] = node.generators;
    this.expr(first!.iter);
    this.within({ kind: 'comprehension', scope, around: [] }, () => {
      node.generators.forEach((clause, index) => {
        if (index > 0) this.expr(clause.iter);
        this.target(clause.target);
        clause.ifs.forEach(this.visit);
      });
      if (node.kind === 'DictComp') {
        this.expr(node.key);
        this.expr(node.value);
      } else this.expr(node.elt);
    });
  }
}

function isAfter(node: Located, other: Located | null): boolean {
  if (other === null) return true;
  return node.line > other.line || (node.line === other.line && node.col > other.col);
}

function isFuture(node: Stmt): boolean {
  return node.kind === 'ImportFrom' && node.module === '__future__' && node.level === 0;
}

function allArgs(args: Arguments) {
  const all = [...args.posOnly, ...args.args, ...args.kwOnly];
  if (args.vararg !== null) all.push(args.vararg);
  if (args.kwarg !== null) all.push(args.kwarg);
  return all;
}
