import type { Located } from './ast.ts';

/** Throws a SyntaxError at a place. */
export type Refuse = (message: string, place: Located) => never;
