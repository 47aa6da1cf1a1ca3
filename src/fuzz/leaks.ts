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
  const edges = edgesAmong(left, context);
  const suspects = reclaimsCycles ? firstCause(left, edges) : left.filter((object) => edges.incoming.get(object) === 0);
  // The same leak has the same name wherever the objects lie.
  const [type] = suspects.map((object) => typeName(model.describe(object))).sort();
  if (type !== undefined) throw new OracleFault('L', type, 'an object is left that nothing reaches');
}

function typeName(description: string): string {
  return description.replace(/ object$/, '').split(' ')[0];
}

interface Edges {
  /** How many references of the others lead to each. */
  readonly incoming: Map<Address, number>;
  /** What of the others each refers to, once for each reference. */
  readonly children: ReadonlyMap<Address, readonly Address[]>;
}

function edgesAmong(left: readonly Address[], { model, memory }: Machine['context']): Edges {
  const incoming = new Map<Address, number>();
  const children = new Map<Address, Address[]>();
  for (const object of left) incoming.set(object, 0);
  for (const object of left) {
    const slots = model.slots(object);
    const found: Address[] = [];
    for (let index = 0; index < slots; index++) {
      const child = memory.words[model.slotScratch[index]];
      const count = incoming.get(child);
      if (count === undefined) continue;
      incoming.set(child, count + 1);
      found.push(child);
    }
    children.set(object, found);
  }
  return { incoming, children };
}

/** What keeps the others: objects that none of them refers to, or else those on cycles or between two. */
function firstCause(left: readonly Address[], { incoming, children }: Edges): readonly Address[] {
  const outside = left.filter((object) => incoming.get(object) === 0);
  if (outside.length > 0) return outside;
  const core = new Set(left);
  for (let size = -1; size !== core.size; ) {
    size = core.size;
    for (const object of core) if (!children.get(object)!.some((child) => core.has(child))) core.delete(object);
  }
  return [...core];
}
