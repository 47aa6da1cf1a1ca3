import type { Located } from './ast.ts';

/**
 * A scope and what is known of each name in it: CPython's symbol table entry (Python/symtable.c). Flags say how a name is
 * used in the scope's own text; the resolution, filled in by scope-analysis.ts, says where it lives.
 */

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
/** Free in a class body where it is also bound. */
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** A cell because an inlined comprehension closes over its own variable of that name. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

export type Resolution = 'local' | 'cell' | 'free' | 'global' | 'implicit';

export interface NameSymbol {
  flags: number;
  /** null before the analysis, and for names that only nested scopes know. */
  resolution: Resolution | null;
}

export type ScopeType = 'module' | 'function' | 'class' | 'annotation' | 'typeVariable' | 'typeAlias' | 'typeParameters';
export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

export class Scope {
  readonly type: ScopeType;
  readonly name: string;
  readonly parent: Scope | null;
  readonly place: Located;
  readonly symbols = new Map<string, NameSymbol>();
  /** Parameters in order of their declaration. */
  readonly parameters: string[] = [];
  children: Scope[] = [];
  /** Within a function: its closures may be nested. */
  readonly nested: boolean;
  generator = false;
  coroutine = false;
  comprehension: ComprehensionKind | null = null;
  /** A comprehension that runs in its parent's frame (PEP 709). */
  inlined = false;
  free = false;
  childFree = false;
  /** The class cell (`super`, `__class__`) and the class dictionary are needed by scopes within this class. */
  needsClassClosure = false;
  needsClassDict = false;
  /** A scope of PEP 695 directly in a class: it sees the class's names. */
  canSeeClassScope = false;
  /** Where `global` and `nonlocal` name something, for errors. */
  readonly directives = new Map<string, Located>();
  /** In the type parameters of a class only these names are mangled; null: all are. */
  mangledNames: Set<string> | null = null;
  /** Depth inside iterables of comprehensions, while the scope is being built. */
  iterDepth = 0;
  /** What a scope of PEP 695 is called in messages. */
  use = '';

  constructor(type: ScopeType, name: string, parent: Scope | null, place: Located) {
    this.type = type;
    this.name = name;
    this.parent = parent;
    this.place = place;
    this.nested = parent !== null && (parent.nested || isFunctionLike(parent));
  }

  flagsOf(name: string): number {
    return this.symbols.get(name)?.flags ?? 0;
  }

  resolutionOf(name: string): Resolution | null {
    return this.symbols.get(name)?.resolution ?? null;
  }
}

/** Names of the scope are fast locals. */
export function isFunctionLike(scope: Scope): boolean {
  const { type } = scope;
  return type === 'function' || type === 'typeVariable' || type === 'typeAlias' || type === 'typeParameters';
}

/** Private names in a class body: `__x` becomes `_Class__x`. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** `mangle` as it applies in `scope`. */
export function mangleIn(scope: Scope, className: string | null, name: string): string {
  if (scope.mangledNames !== null && !scope.mangledNames.has(name)) return name;
  return mangle(className, name);
}
