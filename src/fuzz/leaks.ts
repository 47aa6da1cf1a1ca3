/** The L oracle: a program has ended and dropped its roots, so what is left must be what the roots of the machine itself reach. */
import { FLAG_DYING, FLAGS } from '../heap/layout.ts';
import type { Address } from '../heap/memory.ts';
import type { Tracer } from '../heap/trace.ts';
import type { Machine } from '../interp/machine.ts';
import { OracleFault } from './signature.ts';

/** A finalizer may drop what only the next collection finds. */
const ROUNDS_MOST = 6;

/**
 * Collects to a fixpoint, then throws an OracleFault for an object that should be gone. Pure reference counting may keep what
 * cyclic garbage reaches, and nothing else; a strategy that frees nothing is not asked.
 */
export function checkLeaks({ strategy, context, model }: Machine, tracer: Tracer): void {
  const { refcount, reclaimsCycles } = strategy.capabilities;
  if (refcount === 'none' && !reclaimsCycles) return;
  let objects = -1;
  for (let round = 0; round < ROUNDS_MOST; round++) {
    strategy.collect(2, 'exit');
    let left = 0;
    strategy.objects(() => left++);
    if (left === objects) break;
    objects = left;
  }
  tracer.trace(strategy);
  const left: Address[] = [];
  strategy.objects((object) => {
    if (!tracer.reached.has(object) && (context.memory.words[object + FLAGS] & FLAG_DYING) === 0) left.push(object);
  });
  const leaked = reclaimsCycles ? left[0] : outsideCycles(left, context);
  if (leaked === undefined) return;
  const type = model
    .describe(leaked)
    .replace(/ object$/, '')
    .split(' ')[0];
  throw new OracleFault('L', type, 'an object is left that nothing reaches');
}

/** The first of the objects that no cycle among them leads to. */
function outsideCycles(left: readonly Address[], { model, memory }: Machine['context']): Address | undefined {
  const incoming = new Map<Address, number>();
  for (const object of left) incoming.set(object, 0);
  const forEachChild = (object: Address, visit: (child: Address) => void): void => {
    const slots = model.slots(object);
    const children = [...model.slotScratch.subarray(0, slots)].map((slot) => memory.words[slot]);
    for (const child of children) if (incoming.has(child)) visit(child);
  };
  for (const object of left) forEachChild(object, (child) => incoming.set(child, incoming.get(child)! + 1));
  return left.find((object) => incoming.get(object) === 0);
}
