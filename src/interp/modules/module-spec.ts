/** What a built-in module is made of. */
import type { Address } from '../../heap/memory.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';

export interface ModuleSpec {
  readonly name: string;
  /** The module that CPython has these functions in, and names as theirs: `_heapq` for heapq. */
  readonly accelerator?: string;
  readonly doc?: string;
  readonly functions?: readonly NativeSpec[];
  /** Puts types and constants into the module's dict (borrowed). Runs at the first import. */
  readonly setup?: (rt: Runtime, dict: Address) => void;
  /** Python source that heaplab runs in the module's namespace after `setup`. */
  readonly python?: string;
}
