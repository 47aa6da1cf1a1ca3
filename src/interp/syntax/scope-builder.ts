import type {
  AnnAssign,
  Arg,
  Arguments,
  ClassDef,
  Comprehension,
  ComprehensionExpr,
  Expr,
  Expression,
  ExprStmt,
  FunctionDef,
  Located,
  Module,
  NamedExpr,
  Pattern,
  Stmt,
  TypeAlias,
  TypeParam,
} from './ast.ts';
import { analyzeScopes } from './scope-analysis.ts';
import {
  type ComprehensionKind,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  isFunctionLike,
  mangleIn,
  Scope,
  type ScopeType,
  USE,
} from './scopes.ts';
import type { SourceText } from './source-text.ts';

/**
 * Builds the scopes of a tree: the first pass of CPython's symbol table (Python/symtable.c), with the errors it raises, then
 * resolves every name. A scope is found by the node that opens it: the definition, lambda, comprehension or type alias; a
 * type parameter list by its array; a bound or default of a type parameter by its expression; an annotation under
 * `from __future__ import annotations` by its expression.
 */
export class ScopeTable {
  readonly module: Scope;
  readonly byNode: ReadonlyMap<object, Scope>;

  constructor(module: Scope, byNode: ReadonlyMap<object, Scope>) {
    this.module = module;
    this.byNode = byNode;
  }

  of(node: object): Scope {
    return this.byNode.get(node)!;
  }
}

export function buildScopes(tree: Module | Expression, source: SourceText, futureAnnotations: boolean): ScopeTable {
  const builder = new Builder(source, futureAnnotations);
  const table = builder.build(tree);
  analyzeScopes(table.module, source);
  return table;
}

const NOWHERE: Located = { line: 0, col: 0, endLine: 0, endCol: 0 };

class Builder {
  private readonly source: SourceText;
  private readonly futureAnnotations: boolean;
  private readonly byNode = new Map<object, Scope>();
  private readonly module = new Scope('module', 'top', null, NOWHERE);
  private readonly stack: Scope[] = [];
  private current: Scope = this.module;
  private className: string | null = null;
  /** Inside a comprehension's target. */
  private iterTarget = false;

  constructor(source: SourceText, futureAnnotations: boolean) {
    this.source = source;
    this.futureAnnotations = futureAnnotations;
  }

  build(tree: Module | Expression): ScopeTable {
    this.stack.push(this.module);
    if (tree.kind === 'Expression') this.expr(tree.body);
    else this.stmts(tree.body);
    return new ScopeTable(this.module, this.byNode);
  }

  private fail(message: string, at: Located): never {
    throw this.source.error(message, at.line, at.col, at.endLine, at.endCol, 'SyntaxError', 'names');
  }

  private enter(type: ScopeType, name: string, key: object, place: Located): Scope {
    const scope = new Scope(type, name, this.current, place);
    scope.iterDepth = this.current.iterDepth;
    this.current.children.push(scope);
    this.byNode.set(key, scope);
    this.stack.push(scope);
    this.current = scope;
    return scope;
  }

  private leave(): void {
    this.stack.pop();
    this.current = this.stack.at(-1)!;
  }

  private mangled(name: string): string {
    return mangleIn(this.current, this.className, name);
  }

  private define(name: string, flag: number, place: Located, scope = this.current): void {
    const mangled = mangleIn(scope, this.className, name);
    const symbol = scope.symbols.get(mangled);
    const before = symbol?.flags ?? 0;
    if ((flag & DEF_PARAM) !== 0 && (before & DEF_PARAM) !== 0) {
      this.fail(`duplicate argument '${name}' in function definition`, place);
    }
    if ((flag & DEF_TYPE_PARAM) !== 0 && (before & DEF_TYPE_PARAM) !== 0) {
      this.fail(`duplicate type parameter '${name}'`, place);
    }
    let flags = before | flag;
    if (this.iterTarget && scope === this.current) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, place);
      }
      flags |= DEF_COMP_ITER;
    }
    if (symbol === undefined) scope.symbols.set(mangled, { flags, resolution: null });
    else symbol.flags = flags;
    if ((flag & DEF_PARAM) !== 0) scope.parameters.push(mangled);
    else if ((flag & DEF_GLOBAL) !== 0 && scope !== this.module) {
      // Declared global anywhere, the name is explicitly global in the module's own text, too.
      const outer = this.module.symbols.get(mangled);
      if (outer === undefined) this.module.symbols.set(mangled, { flags: flag, resolution: null });
      else outer.flags |= flag;
    }
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
        return this.typeAlias(node);
      case 'Return':
        return this.optional(node.value);
      case 'Delete':
        for (const target of node.targets) this.target(target);
        return;
      case 'Assign':
        for (const target of node.targets) this.target(target);
        return this.expr(node.value);
      case 'AnnAssign':
        return this.annAssign(node);
      case 'AugAssign':
        this.target(node.target);
        return this.expr(node.value);
      case 'For':
        this.target(node.target);
        this.expr(node.iter);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case 'While':
        this.expr(node.test);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case 'If': {
        // elif chains are followed in a loop.
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
      case 'Match':
        this.expr(node.subject);
        for (const { pattern, guard, body } of node.cases) {
          this.pattern(pattern);
          this.optional(guard);
          this.stmts(body);
        }
        return;
      case 'Raise':
        this.optional(node.exc);
        return this.optional(node.cause);
      case 'Try':
        this.stmts(node.body);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.define(handler.name, DEF_LOCAL, handler);
          this.stmts(handler.body);
        }
        this.stmts(node.orelse);
        return this.stmts(node.finalbody);
      case 'Assert':
        this.expr(node.test);
        return this.optional(node.msg);
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          const bound = alias.asName ?? (node.kind === 'Import' ? alias.name.split('.')[0]! : alias.name);
          if (bound !== '*') this.define(bound, DEF_IMPORT, alias);
          else if (this.current.type !== 'module') this.fail('import * only allowed at module level', alias);
        }
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) this.directive(name, node.kind, node);
        return;
      case 'Expr':
        return this.expr((node as ExprStmt).value);
      case 'With':
        for (const { contextExpr, target } of node.items) {
          this.expr(contextExpr);
          if (target !== null) this.target(target);
        }
        return this.stmts(node.body);
      case 'Pass':
      case 'Break':
      case 'Continue':
    }
  }

  private directive(name: string, kind: 'Global' | 'Nonlocal', place: Located): void {
    const word = kind.toLowerCase();
    const flags = this.current.flagsOf(this.mangled(name));
    if ((flags & DEF_PARAM) !== 0) this.fail(`name '${name}' is parameter and ${word}`, place);
    if ((flags & USE) !== 0) this.fail(`name '${name}' is used prior to ${word} declaration`, place);
    if ((flags & DEF_ANNOT) !== 0) this.fail(`annotated name '${name}' can't be ${word}`, place);
    if ((flags & DEF_LOCAL) !== 0) this.fail(`name '${name}' is assigned to before ${word} declaration`, place);
    this.define(name, kind === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, place);
    const mangled = this.mangled(name);
    if (!this.current.directives.has(mangled)) this.current.directives.set(mangled, place);
  }

  private functionDef(node: FunctionDef): void {
    this.define(node.name, DEF_LOCAL, node);
    this.defaults(node.args);
    for (const decorator of node.decorators) this.expr(decorator);
    const generic = node.typeParams.length > 0;
    if (generic) {
      this.enterTypeParams(node.name, node.typeParams, node);
      if (node.args.defaults.length > 0) this.define('.defaults', DEF_PARAM, node);
      if (node.args.kwDefaults.some((value) => value !== null)) this.define('.kwdefaults', DEF_PARAM, node);
      this.typeParams(node.typeParams);
    }
    this.annotations(node.args, node.returns);
    const scope = this.enter('function', node.name, node, node);
    if (node.isAsync) scope.coroutine = true;
    this.parameters(node.args);
    this.stmts(node.body);
    this.leave();
    if (generic) this.leave();
  }

  private classDef(node: ClassDef): void {
    this.define(node.name, DEF_LOCAL, node);
    for (const decorator of node.decorators) this.expr(decorator);
    const { className } = this;
    const generic = node.typeParams.length > 0;
    if (generic) {
      const scope = this.enterTypeParams(node.name, node.typeParams, node);
      scope.mangledNames = new Set();
      this.className = node.name;
      this.define('.type_params', DEF_LOCAL | USE, node);
      this.define('.generic_base', DEF_LOCAL | USE, node);
      this.typeParams(node.typeParams);
    }
    for (const base of node.bases) this.expr(base);
    for (const keyword of node.keywords) this.expr(keyword.value);
    this.enter('class', node.name, node, node);
    this.className = node.name;
    if (generic) {
      this.define('__type_params__', DEF_LOCAL, node);
      this.define('.type_params', USE, node);
    }
    this.stmts(node.body);
    this.leave();
    if (generic) this.leave();
    this.className = className;
  }

  private typeAlias(node: TypeAlias): void {
    this.target(node.name);
    const generic = node.typeParams.length > 0;
    const inClass = this.current.type === 'class';
    if (generic) {
      this.enterTypeParams(node.name.id, node.typeParams, node);
      this.typeParams(node.typeParams);
    }
    const scope = this.enter('typeAlias', node.name.id, node, node);
    scope.canSeeClassScope = inClass;
    if (inClass) this.define('__classdict__', USE, node.value);
    this.expr(node.value);
    this.leave();
    if (generic) this.leave();
  }

  private enterTypeParams(name: string, params: TypeParam[], place: Located): Scope {
    const inClass = this.current.type === 'class';
    const scope = this.enter('typeParameters', name, params, place);
    if (inClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', USE, place);
    }
    return scope;
  }

  private typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      if (param.name === '__classdict__') {
        this.fail("reserved name '__classdict__' cannot be used for type parameter", param);
      }
      this.current.mangledNames?.add(param.name);
      this.define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
      const kind = param.kind === 'TypeVar' ? 'a TypeVar' : param.kind === 'ParamSpec' ? 'a ParamSpec' : 'a TypeVarTuple';
      if (param.kind === 'TypeVar' && param.bound !== null) {
        this.lazyTypeExpr(param.name, param.bound, param.bound.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound');
      }
      if (param.defaultValue !== null) this.lazyTypeExpr(param.name, param.defaultValue, `${kind} default`);
    }
  }

  private lazyTypeExpr(name: string, node: Expr, use: string): void {
    const seesClass = this.current.canSeeClassScope;
    const scope = this.enter('typeVariable', name, node, node);
    scope.canSeeClassScope = seesClass;
    scope.use = use;
    if (seesClass) this.define('__classdict__', USE, node);
    this.expr(node);
    this.leave();
  }

  private annAssign(node: AnnAssign): void {
    const { target } = node;
    if (target.kind === 'Name') {
      const flags = this.current.flagsOf(this.mangled(target.id));
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && this.current.type !== 'module' && node.simple) {
        this.fail(`annotated name '${target.id}' can't be ${(flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal'}`, node);
      }
      if (node.simple) this.define(target.id, DEF_ANNOT | DEF_LOCAL, target);
      else if (node.value !== null) this.define(target.id, DEF_LOCAL, target);
    } else this.target(target);
    this.annotation(node.annotation);
    this.optional(node.value);
  }

  private annotation(node: Expr | null): void {
    if (node === null) return;
    if (!this.futureAnnotations) return this.expr(node);
    this.enter('annotation', '__annotation__', node, node);
    this.expr(node);
    this.leave();
  }

  private annotations(args: Arguments, returns: Expr | null): void {
    for (const arg of args.posOnly) this.annotation(arg.annotation);
    for (const arg of args.args) this.annotation(arg.annotation);
    this.annotation(args.vararg?.annotation ?? null);
    this.annotation(args.kwarg?.annotation ?? null);
    for (const arg of args.kwOnly) this.annotation(arg.annotation);
    this.annotation(returns);
  }

  private defaults(args: Arguments): void {
    for (const value of args.defaults) this.expr(value);
    for (const value of args.kwDefaults) this.optional(value);
  }

  private parameters(args: Arguments): void {
    const one = (arg: Arg): void => this.define(arg.arg, DEF_PARAM, arg);
    args.posOnly.forEach(one);
    args.args.forEach(one);
    args.kwOnly.forEach(one);
    if (args.vararg !== null) one(args.vararg);
    if (args.kwarg !== null) one(args.kwarg);
  }

  // ---- targets

  private target(node: Expr): void {
    switch (node.kind) {
      case 'Name':
        return this.define(node.id, DEF_LOCAL, node);
      case 'Tuple':
      case 'List':
        for (const item of node.elts) this.target(item);
        return;
      case 'Starred':
        return this.target(node.value);
      default:
        return this.expr(node);
    }
  }

  private pattern(node: Pattern): void {
    switch (node.kind) {
      case 'MatchValue':
        return this.expr(node.value);
      case 'MatchSingleton':
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const item of node.patterns) this.pattern(item);
        return;
      case 'MatchStar':
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
        return;
      case 'MatchMapping':
        for (const key of node.keys) this.expr(key);
        for (const item of node.patterns) this.pattern(item);
        if (node.rest !== null) this.define(node.rest, DEF_LOCAL, node);
        return;
      case 'MatchClass':
        this.expr(node.cls);
        for (const item of node.patterns) this.pattern(item);
        for (const item of node.kwdPatterns) this.pattern(item);
        return;
      case 'MatchAs':
        if (node.pattern !== null) this.pattern(node.pattern);
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
    }
  }

  // ---- expressions

  private optional(node: Expr | null): void {
    if (node !== null) this.expr(node);
  }

  private exprs(nodes: readonly (Expr | null)[]): void {
    for (const node of nodes) if (node !== null) this.expr(node);
  }

  private expr(node: Expr): void {
    switch (node.kind) {
      case 'NamedExpr':
        return this.namedExpr(node);
      case 'BoolOp':
        return this.exprs(node.values);
      case 'BinOp': {
        // A long chain of operators leans left: walk down, then visit in order.
        const chain: Expr[] = [];
        let left: Expr = node;
        while (left.kind === 'BinOp') {
          chain.push(left.right);
          left = left.left;
        }
        this.expr(left);
        for (let index = chain.length - 1; index >= 0; index--) this.expr(chain[index]!);
        return;
      }
      case 'UnaryOp':
        return this.expr(node.operand);
      case 'Lambda':
        this.defaults(node.args);
        this.enter('function', 'lambda', node, node);
        this.parameters(node.args);
        this.expr(node.body);
        return this.leave();
      case 'IfExp':
        this.expr(node.test);
        this.expr(node.body);
        return this.expr(node.orelse);
      case 'Dict':
        this.exprs(node.keys);
        return this.exprs(node.values);
      case 'Set':
      case 'List':
      case 'Tuple':
        return this.exprs(node.elts);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehension(node);
      case 'Await':
        this.refuseInTypeScope('await expression', node);
        this.expr(node.value);
        this.current.coroutine = true;
        return;
      case 'Yield':
      case 'YieldFrom':
        this.refuseInTypeScope('yield expression', node);
        this.optional(node.value);
        this.current.generator = true;
        if (this.current.comprehension !== null) this.refuseYield(this.current.comprehension, node);
        return;
      case 'Compare':
        this.expr(node.left);
        return this.exprs(node.comparators);
      case 'Call':
        this.expr(node.func);
        this.exprs(node.args);
        for (const keyword of node.keywords) this.expr(keyword.value);
        return;
      case 'FormattedValue':
        this.expr(node.value);
        return this.optional(node.formatSpec);
      case 'JoinedStr':
        return this.exprs(node.values);
      case 'Constant':
        return;
      case 'Attribute':
      case 'Starred':
        return this.expr(node.value);
      case 'Subscript':
        this.expr(node.value);
        return this.expr(node.slice);
      case 'Slice':
        this.optional(node.lower);
        this.optional(node.upper);
        return this.optional(node.step);
      case 'Name':
        this.define(node.id, USE, node);
        if (node.id === 'super' && isFunctionLike(this.current)) this.define('__class__', USE, node);
    }
  }

  private refuseYield(kind: ComprehensionKind, node: Located): never {
    const where = kind === 'generator' ? 'generator expression' : `${kind} comprehension`;
    this.fail(`'yield' inside ${where}`, node);
  }

  /** Scopes of annotations and type parameters take no yield, await or walrus. */
  private refuseInTypeScope(what: string, node: Located): void {
    const { type } = this.current;
    if (type === 'annotation') this.fail(`${what} cannot be used within an annotation`, node);
    if (type === 'typeVariable') this.fail(`${what} cannot be used within ${this.current.use}`, node);
    if (type === 'typeAlias') this.fail(`${what} cannot be used within a type alias`, node);
    if (type === 'typeParameters') this.fail(`${what} cannot be used within the definition of a generic`, node);
  }

  private namedExpr(node: NamedExpr): void {
    this.refuseInTypeScope('named expression', node);
    if (this.current.iterDepth > 0) {
      this.fail('assignment expression cannot be used in a comprehension iterable expression', node);
    }
    if (this.current.comprehension !== null) this.bindOutsideComprehension(node);
    this.expr(node.value);
    this.target(node.target);
  }

  /** A walrus in a comprehension binds in the function or module around it (PEP 572). */
  private bindOutsideComprehension(node: NamedExpr): void {
    const { id } = node.target;
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const scope = this.stack[index]!;
      const flags = scope.flagsOf(mangleIn(scope, this.className, id));
      if (scope.comprehension !== null) {
        if ((flags & DEF_COMP_ITER) !== 0 && (flags & (DEF_LOCAL | DEF_GLOBAL)) !== 0) {
          this.fail(`assignment expression cannot rebind comprehension iteration variable '${id}'`, node.target);
        }
        continue;
      }
      switch (scope.type) {
        case 'function':
          if ((flags & DEF_GLOBAL) !== 0) this.define(id, DEF_GLOBAL, node.target);
          else this.define(id, DEF_NONLOCAL, node.target);
          this.current.directives.set(this.mangled(id), node.target);
          this.define(id, DEF_LOCAL, node.target, scope);
          return;
        case 'module':
          this.define(id, DEF_GLOBAL, node.target);
          this.current.directives.set(this.mangled(id), node.target);
          this.define(id, DEF_GLOBAL, node.target, scope);
          return;
        case 'class':
          return this.fail('assignment expression within a comprehension cannot be used in a class body', node.target);
        case 'typeParameters':
          return this.fail(
            'assignment expression within a comprehension cannot be used within the definition of a generic',
            node.target,
          );
        case 'typeAlias':
          return this.fail('assignment expression within a comprehension cannot be used in a type alias', node.target);
        case 'typeVariable':
          return this.fail('assignment expression within a comprehension cannot be used in a TypeVar bound', node.target);
        case 'annotation':
          return this.fail('named expression cannot be used within an annotation', node.target);
      }
    }
  }

  private comprehension(node: ComprehensionExpr): void {
    const [first, ...rest] = node.generators as [Comprehension, ...Comprehension[]];
    this.iterable(first.iter);
    const [name, kind] = COMPREHENSIONS[node.kind];
    const scope = this.enter('function', name, node, node);
    if (first.isAsync) scope.coroutine = true;
    scope.comprehension = kind;
    this.define('.0', DEF_PARAM, node);
    this.iterationTarget(first.target);
    this.exprs(first.ifs);
    for (const clause of rest) {
      this.iterationTarget(clause.target);
      this.iterable(clause.iter);
      this.exprs(clause.ifs);
      if (clause.isAsync) scope.coroutine = true;
    }
    if (node.kind === 'DictComp') {
      this.expr(node.value);
      this.expr(node.key);
    } else this.expr(node.elt);
    scope.generator = kind === 'generator';
    const isAsync = scope.coroutine && kind !== 'generator';
    this.leave();
    if (isAsync) this.current.coroutine = true;
  }

  private iterable(node: Expr): void {
    this.current.iterDepth++;
    this.expr(node);
    this.current.iterDepth--;
  }

  private iterationTarget(node: Expr): void {
    this.iterTarget = true;
    this.target(node);
    this.iterTarget = false;
  }
}

const COMPREHENSIONS = {
  ListComp: ['<listcomp>', 'list'],
  SetComp: ['<setcomp>', 'set'],
  DictComp: ['<dictcomp>', 'dict'],
  GeneratorExp: ['<genexpr>', 'generator'],
} as const satisfies Record<ComprehensionExpr['kind'], readonly [string, ComprehensionKind]>;
