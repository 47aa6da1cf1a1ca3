/** Host side of code objects: instructions and tables of one CodeUnit, ready to run. */

import type { Address } from '../../heap/memory.ts';
import type { CodeUnit } from '../bytecode/code-unit.ts';

/** Runs basic blocks of one frame; see vm/translator.ts. */
export type TranslatedFunction = (fp: Address, rec: number, block: number) => number;

/** What is known of the translation of one code object. */
export interface Translated {
  /** How general each instruction's form is. */
  readonly sites: Uint8Array;
  /** Where the run loop had to take over since the last translation. */
  readonly bailed: Set<number>;
  bails: number;
  translations: number;
}

/** What a poll within a loop is worth in calls, where code becomes hot. */
export const POLL_HEAT = 30;

export interface CodeEntry {
  readonly index: number;
  readonly unit: CodeUnit;
  /** Index of the first instruction in CODE (code-space.ts); what counts instructions elsewhere counts from it. */
  readonly start: number;
  /** Addresses of the names' interned strings (static: they never move). */
  readonly names: Int32Array;
  /** Interned names of all fast slots. */
  readonly localNames: Int32Array;
  /** Fast slots: locals, cells, free variables. */
  readonly slotCount: number;
  /** Words from the frame's first local to the first operand. */
  readonly stackOffset: number;
  /** Words the frame needs in all. */
  readonly frameWords: number;
  /** Positional parameters when a call with exactly that many arguments needs no further work (no *, **, keyword-only, generator); else -1. */
  readonly simpleArgs: number;
  readonly flags: number;
  readonly hasHandlers: boolean;
  /** What each instruction takes off the stack when it fails (vm/failed-instruction.ts); null until one does. */
  operands: Int32Array | null;
  /** Calls and polls until it is translated. */
  heat: number;
  translated: Translated | null;
  /** The translated function; null while the run loop interprets. */
  run: TranslatedFunction | null;
}

/** Code object fields, in words (CPython: PyCodeObject; the bytes of the instructions are part of the block). */
export const CODE_CONSTS = 4;
/** High half of the constants field: the index into Runtime.codes. */
export const CODE_INDEX = 5;
export const CODE_NAME = 6;
export const CODE_QUALNAME = 8;
export const CODE_FILENAME = 10;

export type { Address };
