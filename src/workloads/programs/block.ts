/**
 * The tree of a generated program. Classes, functions and the main body are blocks like any other, so whoever reduces a program
 * sees all of it. A block is plain data: it crosses threads and is hashed as JSON.
 */

/** What a variable is known to hold; `Any` is something that was read out of a container or an attribute. */
export type Kind =
  | 'Int'
  | 'Str'
  | 'List'
  | 'Tuple'
  | 'Dict'
  | 'Set'
  | 'Deque'
  | 'Inst'
  | 'Func'
  | 'Method'
  | 'Gen'
  | 'Iter'
  | 'WRef'
  | 'Cls'
  | 'Exc'
  | 'None'
  | 'Any';

/** A reference: a variable, a temporary that exists nowhere else (its block is written inline), or a constant's text. */
export type Arg =
  | { readonly from: 'variable'; readonly name: string }
  | { readonly from: 'block'; readonly block: Block }
  | { readonly from: 'constant'; readonly text: string };

export interface Block {
  /** Unique in its program, in the order in which blocks were drawn. */
  readonly id: number;
  /** Key of a form in forms.ts. */
  readonly op: string;
  readonly args: readonly Arg[];
  /** Names and literals that are no references. */
  readonly params: readonly string[];
  /** The variable it binds. */
  readonly out: string | null;
  readonly kind: Kind;
  readonly bodies: readonly (readonly Block[])[];
}

/**
 * What a program may observe.
 * - `A`: nothing that depends on when an object dies. Prints the same under every strategy.
 * - `B`: finalizers and callbacks write to a log that is read, sorted, after everything has been dropped and collected.
 * - `C`: the moment of death shows. Prints the same under CPython and the strategies that count and find cycles.
 */
export type Tier = 'A' | 'B' | 'C';

export interface Program {
  readonly tier: Tier;
  /** Names of the hazard macros in it, in the order of their places. */
  readonly hazards: readonly string[];
  /** Classes, functions, and last the main body. */
  readonly blocks: readonly Block[];
}

/** Visits every block, each before what is inside it. */
export function forEachBlock(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    for (const arg of block.args) if (arg.from === 'block') forEachBlock([arg.block], visit);
    for (const body of block.bodies) forEachBlock(body, visit);
  }
}

/** Blocks in the tree, inline ones included. */
export function countBlocks(blocks: readonly Block[]): number {
  let count = 0;
  forEachBlock(blocks, () => count++);
  return count;
}
