/**
 * The event trace of a run: one line for each allocation, free, collection, finalizer and weak-reference callback, with the source line that caused it.
 *
 * ```
 *  alloc #214 list 72 @7f0001a03c10  prog.py:12 build
 *  free #214 list 72 @7f0001a03c10  prog.py:14 <module>
 *  gc begin cycle 0 threshold  prog.py:20 step
 *  finalize #88 Node  prog.py:20 step
 *  callback #90 ReferenceType  prog.py:20 step
 *  gc end cycle 0: freed 4096 B, 12 finalizers, 3 weak references cleared, 1 resurrected
 * ```
 * Objects are numbered in the order of their allocation, which is the same under every strategy for as long as the program does not see the
 * difference: so two traces without addresses differ exactly where the strategies do. Bytes are those of the object itself, without headers of the strategy
 * and without its buffers. What dies with the machine is not listed.
 *
 * The line is that of the last instruction that noted its place: the boxed result of plain int arithmetic may be shown at the line before.
 *
 * An allocation is written with the event that follows it, since only then the object says what it is.
 */
import { type Address, ID_BASE } from '../heap/memory.ts';
import type { CollectionRecord, Trigger } from '../heap/strategy.ts';
import type { Machine } from '../interp/machine.ts';
import { Census, type CensusEntry, type CensusListener } from './census.ts';

export interface TraceOptions {
  /** Show the address of each object: where it lies, which is what id() shows where nothing moves. */
  readonly addresses: boolean;
  /** Takes the text in pieces of whole lines. */
  readonly write: (text: string) => void;
}

/** Lines are handed over in pieces of about this many characters. */
const PIECE = 1 << 16;

export class EventTrace implements CensusListener {
  private readonly machine: Machine;
  private readonly options: TraceOptions;
  private readonly census: Census;
  /** Type names of the live objects, by number. */
  private readonly names = new Map<number, string>();
  /** The object whose allocation has not been written yet, or 0; and where the program was. */
  private fresh: Address = 0;
  private freshPlace = '';
  private text = '';

  /** Begins to trace what the machine does. */
  constructor(machine: Machine, options: TraceOptions) {
    this.machine = machine;
    this.options = options;
    const { strategy, model } = machine;
    machine.vm.exactPlaces = true;
    this.census = new Census(strategy, this);
    const { finalize, runCallback } = model;
    // Own methods of the model, before those of its class.
    Object.assign(model, {
      finalize: (object: Address) => {
        this.line(`finalize ${this.shown(object)}`);
        finalize.call(model, object);
      },
      runCallback: (weakref: Address) => {
        this.line(`callback ${this.shown(weakref)}`);
        runCallback.call(model, weakref);
      },
    });
  }

  allocated(object: Address): void {
    this.flushFresh();
    this.fresh = object;
    this.freshPlace = this.machine.place();
  }

  freed(object: Address, entry: CensusEntry | undefined): void {
    this.flushFresh();
    // What was made before the trace began has no number.
    this.emit(`free ${entry === undefined ? 'earlier' : this.described(object, entry)}  ${this.machine.place()}`);
    if (entry !== undefined) this.names.delete(entry.number);
  }

  collectionBegins(kind: string, generation: number, trigger: Trigger): void {
    this.line(`gc begin ${kind} ${generation} ${trigger}`);
  }

  collectionEnds(record: CollectionRecord): void {
    this.flushFresh();
    const { kind, generation, reclaimedBytes, finalizers, weakrefsCleared, resurrected } = record;
    this.emit(
      `gc end ${kind} ${generation}: freed ${reclaimedBytes} B, ${finalizers} finalizers, ` +
        `${weakrefsCleared} weak references cleared, ${resurrected} resurrected`,
    );
  }

  /** Writes what is still held back. */
  finish(): void {
    this.flushFresh();
    this.options.write(this.text);
    this.text = '';
  }

  private flushFresh(): void {
    const object = this.fresh;
    if (object === 0) return;
    this.fresh = 0;
    const entry = this.census.live.get(object)!;
    this.names.set(entry.number, this.machine.rt.typeOf(object).name);
    this.emit(`alloc ${this.described(object, entry)}  ${this.freshPlace}`);
  }

  private described(object: Address, { number, bytes }: CensusEntry): string {
    return `#${number} ${this.names.get(number)} ${bytes}${this.options.addresses ? ` @${(ID_BASE + 4 * object).toString(16)}` : ''}`;
  }

  private shown(object: Address): string {
    this.flushFresh();
    const entry = this.census.live.get(object);
    return `${entry === undefined ? 'earlier' : `#${entry.number}`} ${this.machine.rt.typeOf(object).name}`;
  }

  private line(text: string): void {
    this.flushFresh();
    this.emit(`${text}  ${this.machine.place()}`);
  }

  private emit(line: string): void {
    this.text += `${line}\n`;
    if (this.text.length < PIECE) return;
    this.options.write(this.text);
    this.text = '';
  }
}
