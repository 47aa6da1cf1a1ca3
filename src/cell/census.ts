/**
 * Numbers objects in the order of their allocation and follows them: through moves, to their free. The numbers are the same under every strategy for as long
 * as the program does not see the difference between them.
 */
import type { Address } from '../heap/memory.ts';
import type { CollectionRecord, Strategy, StrategyObserver, Trigger } from '../heap/strategy.ts';

export interface CensusEntry {
  /** From 1. */
  readonly number: number;
  /** Bytes of the object itself, without headers of the strategy and without its buffers. */
  readonly bytes: number;
}

/** Who is told of what happens. An object is told of when it is allocated, before anything is written in it, and when it is about to be freed. */
export interface CensusListener {
  allocated?(object: Address, entry: CensusEntry): void;
  /** `entry` is undefined for what was made before the census began. */
  freed?(object: Address, entry: CensusEntry | undefined): void;
  /** Told when the collection that moved it is over; the object is in its new place. */
  moved?(from: Address, to: Address, entry: CensusEntry): void;
  collectionBegins?(kind: string, generation: number, trigger: Trigger): void;
  /** After the frees and moves of the collection. */
  collectionEnds?(record: CollectionRecord): void;
}

export class Census implements StrategyObserver {
  /** What is on the heap now, of all that was allocated since the census began. */
  live: ReadonlyMap<Address, CensusEntry> = new Map();
  /** The highest number given so far. */
  last = 0;
  private readonly strategy: Strategy;
  private readonly listener: CensusListener;
  private entries = new Map<Address, CensusEntry>();
  /** Where the collection under way has moved objects, from where; null outside one that moves. */
  private movedTo: Map<Address, { entry: CensusEntry; from: Address }> | null = null;

  /** Begins to follow what `strategy` does. */
  constructor(strategy: Strategy, listener: CensusListener) {
    this.strategy = strategy;
    this.listener = listener;
    this.live = this.entries;
    strategy.observe?.(this);
  }

  allocated(object: Address, bytes: number): void {
    const entry = { number: ++this.last, bytes };
    this.entries.set(object, entry);
    this.listener.allocated?.(object, entry);
  }

  freed(object: Address): void {
    this.listener.freed?.(object, this.entries.get(object));
    this.entries.delete(object);
  }

  moved(from: Address, to: Address): void {
    const entry = this.entries.get(from);
    if (entry !== undefined) this.movedTo?.set(to, { entry, from });
  }

  collectionBegins(kind: string, generation: number, trigger: Trigger): void {
    this.listener.collectionBegins?.(kind, generation, trigger);
    if (this.strategy.capabilities.moves !== 'never') this.movedTo = new Map();
  }

  collectionEnds(record: CollectionRecord): void {
    const { movedTo } = this;
    if (movedTo !== null) {
      this.movedTo = null;
      const kept = new Set([...movedTo.values()].map(({ entry }) => entry));
      // What has not been moved is gone.
      for (const [object, entry] of this.entries) if (!kept.has(entry)) this.listener.freed?.(object, entry);
      this.entries = new Map([...movedTo].map(([to, { entry }]) => [to, entry]));
      this.live = this.entries;
      for (const [to, { entry, from }] of movedTo) this.listener.moved?.(from, to, entry);
    }
    this.listener.collectionEnds?.(record);
  }
}
