/**
 * The root set: the interpreter's stack and one table of named root slots. Both are plain ranges of slots in the
 * machine's memory, two words apart, so that a moving collector can rewrite them in place.
 */
import type { Address } from './memory.ts';

export interface Roots {
  /** First word of the root table (globals of the interpreter: modules, interned strings, pending exception, handles). */
  readonly tableStart: Address;
  /** First word after the last root slot in use. */
  tableEnd(): Address;
  /** First word of the operand and locals stack. */
  readonly stackStart: Address;
  /** First word after the last stack slot in use; valid at safepoints. */
  stackEnd(): Address;
  /** Visits root slots outside the two ranges: those of static objects that may refer to heap objects. */
  extraSlots?(visit: (slot: Address) => void): void;
  /** Above 0: some native holds references in no slot, so collections that trace from the roots wait for a later safepoint. */
  readonly pinned?: number;
}
