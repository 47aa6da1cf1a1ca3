import { WORDS } from '../../heap/memory.ts';
import { holdCopies } from '../runtime/calls.ts';
import type { NativeSpec } from '../runtime/native.ts';

const M = WORDS;

/** `f.__call__(...)` for what the machine calls without a slot. */
export const CALL_METHOD: NativeSpec = {
  name: '__call__',
  arity: 'raw',
  safe: true,
  fn: (rt, args, count, kwnames) => {
    const base = rt.push(rt.retain(M[args]));
    holdCopies(rt, args + 2, count - 1);
    return rt.call(base, count - 1, kwnames);
  },
  doc: 'Call self as a function.',
};
