/** What a regular expression means: the tree that parse-pattern.ts makes and program.ts compiles. */
import type { CharSet } from './char-set.ts';

export const FLAG_IGNORECASE = 2;
export const FLAG_LOCALE = 4;
export const FLAG_MULTILINE = 8;
export const FLAG_DOTALL = 16;
export const FLAG_UNICODE = 32;
export const FLAG_VERBOSE = 64;
export const FLAG_DEBUG = 128;
export const FLAG_ASCII = 256;

export type Place = 'start' | 'end' | 'string-start' | 'string-end' | 'line-start' | 'line-end' | 'boundary' | 'not-boundary';

export type Node =
  | { readonly kind: 'char'; readonly point: number; readonly ignoreCase: boolean }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'any'; readonly newline: boolean }
  | { readonly kind: 'place'; readonly place: Place; readonly ascii: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'branch'; readonly items: readonly Node[] }
  | { readonly kind: 'group'; readonly group: number; readonly body: Node }
  | { readonly kind: 'repeat'; readonly min: number; readonly max: number; readonly mode: 'greedy' | 'lazy' | 'possessive'; readonly body: Node }
  | { readonly kind: 'atomic'; readonly body: Node }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly body: Node }
  | { readonly kind: 'reference'; readonly group: number; readonly ignoreCase: boolean }
  | { readonly kind: 'condition'; readonly group: number; readonly yes: Node; readonly no: Node | null }
  | { readonly kind: 'fail' };

/** Most repetitions: no bound. */
export const MANY = 0xffffffff;

/** Least and most characters that a node matches. */
export function widthOf(node: Node, groups: readonly (readonly [low: number, high: number] | null)[]): readonly [low: number, high: number] {
  switch (node.kind) {
    case 'char':
    case 'set':
    case 'any':
      return [1, 1];
    case 'place':
    case 'look':
    case 'fail':
      return [0, 0];
    case 'sequence': {
      let low = 0;
      let high = 0;
      for (const item of node.items) {
        const [a, b] = widthOf(item, groups);
        low += a;
        high = Math.min(MANY, high + b);
      }
      return [low, high];
    }
    case 'branch': {
      let low = MANY;
      let high = 0;
      for (const item of node.items) {
        const [a, b] = widthOf(item, groups);
        low = Math.min(low, a);
        high = Math.max(high, b);
      }
      return [low, high];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'repeat': {
      const [a, b] = widthOf(node.body, groups);
      return [Math.min(MANY, a * node.min), node.max === MANY && b > 0 ? MANY : Math.min(MANY, b * node.max)];
    }
    case 'reference':
      return groups[node.group] ?? [0, MANY];
    case 'condition': {
      const [a, b] = widthOf(node.yes, groups);
      const [c, d] = node.no === null ? [0, 0] : widthOf(node.no, groups);
      return [Math.min(a, c), Math.max(b, d)];
    }
  }
}
