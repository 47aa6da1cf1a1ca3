/**
 * How many memoryviews of a bytearray are reachable. Under a strategy that frees at the last release the count in the bytearray says so; under all
 * others dead views still count, and only a look at the whole heap tells them from live ones. It is taken when a bytearray with views is about to
 * change its size, which is rare.
 */
import { REP } from '../heap/layout.ts';
import type { Address } from '../heap/memory.ts';
import type { Strategy, StrategyContext } from '../heap/strategy.ts';
import { forEachRootSlot } from '../heap/trace.ts';
import { VIEW_OBJECT } from './objects/buffer.ts';
import { KIND } from './objects/kinds.ts';

export function countLiveViews(context: StrategyContext, strategy: Strategy, exporter: Address): number {
  const { model, roots, memory } = context;
  const W = memory.words;
  const reached = new Set<Address>();
  const waiting: Address[] = [];
  const reach = (object: Address): void => {
    if (object < memory.heapStart || reached.has(object)) return;
    reached.add(object);
    waiting.push(object);
  };
  const reachFrom = (owner: Address): void => {
    const slots = model.slots(owner);
    for (let index = 0; index < slots; index++) reach(W[model.slotScratch[index]!]);
  };
  forEachRootSlot(roots, (slot) => reach(W[slot]));
  strategy.audit?.pendingReferences(reach);
  strategy.audit?.staticOwners(reachFrom);
  let views = 0;
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if ((W[object + REP] & 0xff) === KIND.memoryview && W[object + VIEW_OBJECT] === exporter) views++;
    reachFrom(object);
  }
  return views;
}
