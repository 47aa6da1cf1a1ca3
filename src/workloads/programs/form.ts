/** What one operation of generated programs is: what it takes, what it gives, and how it reads in Python. */
import type { Kind } from './block.ts';

/**
 * What an argument must be: a kind, `any` for every reference, `key` for something hashable, `member` for what a set may hold: no instances in tier C and
 * in programs that attempt things, since they lie in a set, and are let go, in the order of their hashes, which are addresses. `iterable` is what gives its parts in an order that no address decides.
 */
export type Wanted = Kind | 'any' | 'key' | 'member' | 'iterable';

export interface Form {
  /** Its switch in swarm configurations. */
  readonly group:
    | 'make'
    | 'text'
    | 'attribute'
    | 'list'
    | 'dict'
    | 'set'
    | 'call'
    | 'deque'
    | 'iterator'
    | 'generator'
    | 'coroutine'
    | 'weakref'
    | 'error'
    | 'class'
    | 'attempt'
    | 'flow'
    | 'drop'
    | 'show'
    | 'collect';
  readonly takes: readonly Wanted[];
  /** The kind of its value; null: it has none. */
  readonly gives: Kind | null;
  /** An expression may be written inline. */
  readonly inline: boolean;
  /** How many bodies it has. */
  readonly bodies?: number;
  /** Numbers drawn for it: lowest and highest of each. */
  readonly numbers?: readonly (readonly [number, number])[];
  /** The Python text; a line `@0` stands for a body, and statements that bind use `out`. */
  readonly text: (args: readonly string[], params: readonly string[], out: string) => string;
}

/** An expression. */
export const value = (
  group: Form['group'],
  gives: Kind,
  takes: readonly Wanted[],
  text: Form['text'],
  numbers: readonly (readonly [number, number])[] = [],
): Form => ({ group, takes, gives, inline: true, numbers, text });

/** A statement. */
export const act = (
  group: Form['group'],
  takes: readonly Wanted[],
  text: Form['text'],
  more: Partial<Pick<Form, 'bodies' | 'numbers' | 'gives'>> = {},
): Form => ({ group, takes, gives: null, inline: false, text, ...more });
