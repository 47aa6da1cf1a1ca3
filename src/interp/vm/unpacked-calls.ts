/** Calls whose arguments come from a tuple and a dict: `f(*args, **mapping)`. What they hold meanwhile is what CPython's do, since a program can count it. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { NATIVE_INDEX } from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { TUPLE_ITEMS } from '../objects/sequence.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { callInstance, genericCall } from '../runtime/slots.ts';
import { construct, typeCall } from '../types/type-type.ts';

const M = WORDS;

/**
 * The call of CALL_EX, whose callable and arguments lie in the slots from `call` on; the tuple of positional ones in the slot above `base`. In CPython the tuple goes
 * to what takes one, and only keywords make copies of the arguments (_PyStack_UnpackDict).
 */
export function callUnpacked(rt: Runtime, base: Address, call: Address, count: number, kwnames: Address): Address {
  const callable = M[base];
  const kind = M[callable + REP] & 0xff;
  if (kind === KIND.method && kwnames !== 0) {
    const again = rt.push(rt.retain(callable));
    for (let slot = call + 2; slot < again; slot += 2) rt.push(rt.retain(M[slot]));
    return rt.call(again, count, kwnames);
  }
  const cls = classOf(rt, callable, kind);
  if (cls === 0 && rt.typeOf(callable).call !== genericCall) return rt.call(call, count, kwnames);
  let args = call + 2;
  if (kwnames === 0 && rt.heap.capabilities.moves === 'never') {
    args = M[base + 2] + TUPLE_ITEMS;
    rt.unwind(call);
  }
  return cls === 0 ? callInstance(rt, callable, args, count, kwnames, false) : construct(rt, cls, args, count, kwnames, false);
}

/** The class of a program that this call makes an instance of, called itself or through `super().__call__` of its metaclass; 0 when it is none. */
function classOf(rt: Runtime, callable: Address, kind: number): Address {
  let cls = callable;
  if (kind !== KIND.type) {
    if (rt.typeOf(callable) !== rt.types['method-wrapper']) return 0;
    if (rt.natives[M[M[callable + 4] + NATIVE_INDEX]]!.slot !== typeCall) return 0;
    cls = M[callable + 6];
  } else if (rt.typeOf(callable).call !== typeCall) return 0;
  const info = rt.infoOfType(cls);
  return info.heap && (info.kind === KIND.instance || info.kind === KIND.exception) ? cls : 0;
}
