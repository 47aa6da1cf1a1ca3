/** Regular expressions as trees, the flags that bear on them, and what is wrong with a pattern. */

export const FLAG_IGNORECASE = 2;
export const FLAG_LOCALE = 4;
export const FLAG_MULTILINE = 8;
export const FLAG_DOTALL = 16;
export const FLAG_UNICODE = 32;
export const FLAG_VERBOSE = 64;
export const FLAG_DEBUG = 128;
export const FLAG_ASCII = 256;
export const TYPE_FLAGS = FLAG_ASCII | FLAG_LOCALE | FLAG_UNICODE;

/** No upper bound of a repetition; repetition counts must stay below. */
export const MAX_REPEAT = 4294967295;
/** Group numbers must stay below. */
export const MAX_GROUPS = 1073741823;

/** d digit, s space, w word character; capital letters their complements. */
export type Category = 'd' | 'D' | 's' | 'S' | 'w' | 'W';

export type SetItem = { readonly low: number; readonly high: number } | { readonly category: Category };

export type Place = 'start' | 'line-start' | 'end' | 'line-end' | 'string-end' | 'boundary' | 'non-boundary';

export type Node =
  | { readonly kind: 'literal'; readonly point: number; readonly negate: boolean }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly negate: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: 'at'; readonly place: Place }
  | { readonly kind: 'group'; readonly index: number | null; readonly add: number; readonly del: number; readonly body: Node }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'alternatives'; readonly branches: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
      readonly body: Node;
    }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly body: Node }
  | { readonly kind: 'fail' }
  | { readonly kind: 'backreference'; readonly group: number }
  | { readonly kind: 'conditional'; readonly group: number; readonly yes: Node; readonly no: Node | null }
  | { readonly kind: 'atomic'; readonly body: Node };

export interface ParsedPattern {
  readonly body: Node;
  /** All flags in force, inline ones included. */
  readonly flags: number;
  /** Number of groups, group 0 included. */
  readonly groups: number;
  /** Names and numbers, in order of appearance. */
  readonly names: ReadonlyMap<string, number>;
  /** Least and greatest width of each closed group, by number. */
  readonly widths: readonly (readonly [least: number, greatest: number])[];
  /** FutureWarnings the pattern deserves. */
  readonly warnings: readonly string[];
}

/** What re.error says: a message and a position in code points, null where there is none. `kind` is another exception class in its place. */
export class PatternProblem extends Error {
  readonly position: number | null;
  readonly kind: 'error' | 'ValueError' | 'OverflowError' | 'IndexError';
  constructor(message: string, position: number | null, kind: PatternProblem['kind'] = 'error') {
    super(message);
    this.position = position;
    this.kind = kind;
  }
}

const WIDEST = Number.MAX_SAFE_INTEGER;

/** Least and greatest number of characters that a node matches. */
export function widthOf(node: Node, groups: readonly (readonly [number, number])[]): readonly [number, number] {
  switch (node.kind) {
    case 'literal':
    case 'any':
    case 'set':
      return [1, 1];
    case 'at':
    case 'look':
    case 'fail':
      return [0, 0];
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'sequence': {
      let least = 0;
      let greatest = 0;
      for (const item of node.items) {
        const [low, high] = widthOf(item, groups);
        least += low;
        greatest += high;
      }
      return [Math.min(least, WIDEST), Math.min(greatest, WIDEST)];
    }
    case 'alternatives': {
      const widths = node.branches.map((branch) => widthOf(branch, groups));
      return [Math.min(...widths.map((width) => width[0])), Math.max(...widths.map((width) => width[1]))];
    }
    case 'repeat': {
      const [low, high] = widthOf(node.body, groups);
      const greatest = node.max === MAX_REPEAT && high > 0 ? WIDEST : high * node.max;
      return [Math.min(low * node.min, WIDEST), Math.min(greatest, WIDEST)];
    }
    case 'backreference':
      return groups[node.group] ?? [0, WIDEST];
    case 'conditional': {
      const yes = widthOf(node.yes, groups);
      const no = node.no === null ? [0, 0] : widthOf(node.no, groups);
      return [Math.min(yes[0], no[0]!), Math.max(yes[1], no[1]!)];
    }
  }
}
