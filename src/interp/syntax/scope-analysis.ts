import {
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  isFunctionLike,
  type Resolution,
  type Scope,
} from './scopes.ts';
import type { SourceText } from './source-text.ts';

/**
 * Where every name lives: the second pass of CPython's symbol table (Python/symtable.c, `analyze_block`). Walks the scopes
 * from the outside in with the names bound around them, and back out with the names found free.
 */
export function analyzeScopes(module: Scope, source: SourceText): void {
  new Analysis(source).block(module, null, new Set(), new Set(), new Set(), null);
}

type Names = Set<string>;

class Analysis {
  private readonly source: SourceText;

  constructor(source: SourceText) {
    this.source = source;
  }

  /** `bound`: names of enclosing functions, null at module level. Adds to `free` what the block needs from outside. */
  block(scope: Scope, bound: Names | null, free: Names, globals: Names, typeParams: Names, classScope: Scope | null): void {
    const local: Names = new Set();
    const found = new Map<string, Resolution>();
    const newGlobals: Names = new Set();
    const newFree: Names = new Set();
    const newBound: Names = new Set();
    const inlinedCells: Names = new Set();
    const isClass = scope.type === 'class';
    if (isClass) {
      addAll(newGlobals, globals);
      if (bound !== null) addAll(newBound, bound);
    }
    for (const [name, symbol] of scope.symbols) {
      this.name(scope, found, name, symbol.flags, bound, local, free, globals, typeParams, classScope);
    }
    if (isClass) {
      newBound.add('__class__');
      newBound.add('__classdict__');
    } else {
      if (isFunctionLike(scope)) addAll(newBound, local);
      if (bound !== null) addAll(newBound, bound);
      addAll(newGlobals, globals);
    }
    for (const child of scope.children) {
      let seen: Scope | null = null;
      if (child.canSeeClassScope) seen = isClass ? scope : classScope;
      const inline = child.comprehension !== null && child.comprehension !== 'generator' && !scope.canSeeClassScope;
      const childFree: Names = new Set();
      this.block(child, new Set(newBound), childFree, new Set(newGlobals), new Set(typeParams), seen);
      if (inline) {
        inlineComprehension(scope, child, found, childFree, inlinedCells);
        child.inlined = true;
      }
      addAll(newFree, childFree);
      if (child.free || child.childFree) scope.childFree = true;
    }
    if (scope.children.some((child) => child.inlined)) {
      scope.children = scope.children.flatMap((child) => (child.inlined ? child.children : [child]));
    }
    if (isFunctionLike(scope)) markCells(found, newFree, inlinedCells);
    else if (isClass) {
      scope.needsClassClosure = newFree.delete('__class__');
      scope.needsClassDict = newFree.delete('__classdict__');
    }
    updateSymbols(scope, found, bound, newFree, inlinedCells, isClass || scope.canSeeClassScope);
    addAll(free, newFree);
  }

  private name(
    scope: Scope,
    found: Map<string, Resolution>,
    name: string,
    flags: number,
    bound: Names | null,
    local: Names,
    free: Names,
    globals: Names,
    typeParams: Names,
    classScope: Scope | null,
  ): void {
    if ((flags & DEF_GLOBAL) !== 0) {
      if ((flags & DEF_NONLOCAL) !== 0) this.fail(scope, name, `name '${name}' is nonlocal and global`);
      found.set(name, 'global');
      globals.add(name);
      bound?.delete(name);
      return;
    }
    if ((flags & DEF_NONLOCAL) !== 0) {
      if (bound === null) this.fail(scope, name, 'nonlocal declaration not allowed at module level');
      if (!bound.has(name)) this.fail(scope, name, `no binding for nonlocal '${name}' found`);
      if (typeParams.has(name)) this.fail(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
      found.set(name, 'free');
      scope.free = true;
      free.add(name);
      return;
    }
    if ((flags & DEF_BOUND) !== 0) {
      found.set(name, 'local');
      local.add(name);
      globals.delete(name);
      if ((flags & DEF_TYPE_PARAM) !== 0) typeParams.add(name);
      else typeParams.delete(name);
      return;
    }
    if (classScope !== null) {
      const classFlags = classScope.flagsOf(name);
      if ((classFlags & DEF_GLOBAL) !== 0) {
        found.set(name, 'global');
        return;
      }
      if ((classFlags & DEF_BOUND) !== 0 && (classFlags & DEF_NONLOCAL) === 0) {
        found.set(name, 'implicit');
        return;
      }
    }
    if (bound?.has(name)) {
      found.set(name, 'free');
      scope.free = true;
      free.add(name);
      return;
    }
    found.set(name, 'implicit');
  }

  private fail(scope: Scope, name: string, message: string): never {
    const place = scope.directives.get(name) ?? scope.place;
    throw this.source.error(message, place.line, place.col, place.endLine, place.endCol, 'SyntaxError', 'names');
  }
}

function addAll(into: Names, from: Names): void {
  for (const name of from) into.add(name);
}

/** Merges the names of a comprehension that runs in its parent's frame into the parent's. */
function inlineComprehension(
  scope: Scope,
  comprehension: Scope,
  found: Map<string, Resolution>,
  comprehensionFree: Names,
  inlinedCells: Names,
): void {
  let dropClass = false;
  for (const [name, symbol] of comprehension.symbols) {
    if ((symbol.flags & DEF_PARAM) !== 0) continue;
    let resolution = symbol.resolution!;
    if (resolution === 'cell' || (symbol.flags & DEF_COMP_CELL) !== 0) inlinedCells.add(name);
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      if (resolution === 'free' && scope.type === 'class' && name === '__class__') {
        resolution = 'implicit';
        comprehensionFree.delete(name);
        dropClass = true;
      }
      scope.symbols.set(name, { flags: symbol.flags, resolution: null });
      found.set(name, resolution);
    } else if ((existing.flags & DEF_BOUND) !== 0 && scope.type !== 'class') {
      if (!comprehension.children.some((child) => child.resolutionOf(name) === 'free')) comprehensionFree.delete(name);
    }
  }
  if (dropClass) comprehension.symbols.delete('__class__');
}

function markCells(found: Map<string, Resolution>, free: Names, inlinedCells: Names): void {
  for (const [name, resolution] of found) {
    if (resolution !== 'local' || (!free.has(name) && !inlinedCells.has(name))) continue;
    found.set(name, 'cell');
    free.delete(name);
  }
}

function updateSymbols(
  scope: Scope,
  found: Map<string, Resolution>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
  seesClass: boolean,
): void {
  for (const [name, symbol] of scope.symbols) {
    symbol.resolution = found.get(name) ?? null;
    if (inlinedCells.has(name)) symbol.flags |= DEF_COMP_CELL;
  }
  for (const name of free) {
    const symbol = scope.symbols.get(name);
    if (symbol !== undefined) {
      if (seesClass) symbol.flags |= DEF_FREE_CLASS;
      continue;
    }
    if (bound !== null && !bound.has(name)) continue;
    scope.symbols.set(name, { flags: 0, resolution: 'free' });
  }
}
