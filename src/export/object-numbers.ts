/**
 * Gives every object on the heap a number that it keeps when a collector moves it. Objects that the program's run allocates count 1, 2, 3 …, as the keys
 * `#12` of figures do; what the machine made while it booted counts on its own.
 */
import type { Address } from '../heap/memory.ts';
import type { Strategy, StrategyObserver } from '../heap/strategy.ts';
import { OP } from '../interp/bytecode/opcodes.ts';
import type { Machine } from '../interp/machine.ts';
import { CODE } from '../interp/runtime/code-space.ts';
import { FRAMES, R_CODE, R_PC, RECORD } from '../interp/vm/frame-record.ts';

const IMPORT_NAME = OP['IMPORT_NAME']!;

export interface NumberedObject {
  readonly number: number;
  /** Made while the machine booted. */
  readonly boot: boolean;
  /** Made by code of the program, or as a part of that code; not by the library. */
  readonly own: boolean;
}

export class ObjectNumbers implements StrategyObserver {
  private readonly machine: Machine;
  private readonly strategy: Strategy;
  private entries = new Map<Address, NumberedObject>();
  private moves: Map<Address, NumberedObject> | null = null;
  private last = 0;
  private readonly onCollection: (phase: 'begin' | 'end') => void;

  /** Begins to follow the strategy of `machine`. `onCollection` is called before a collection has changed anything, and when it is over. */
  constructor(machine: Machine, onCollection: (phase: 'begin' | 'end') => void) {
    this.machine = machine;
    this.strategy = machine.strategy;
    this.onCollection = onCollection;
    let booted = 0;
    this.strategy.objects((object) => this.entries.set(object, { number: ++booted, boot: true, own: false }));
    this.strategy.observe?.(this);
  }

  /** Null for what is not on the heap. */
  of(object: Address): NumberedObject | null {
    return this.entries.get(object) ?? null;
  }

  allocated(object: Address): void {
    this.entries.set(object, { number: ++this.last, boot: false, own: this.isOwn() });
  }

  freed(object: Address): void {
    this.entries.delete(object);
  }

  moved(from: Address, to: Address): void {
    const entry = this.entries.get(from);
    if (entry !== undefined) this.moves?.set(to, entry);
  }

  collectionBegins(): void {
    this.onCollection('begin');
    if (this.strategy.capabilities.moves !== 'never') this.moves = new Map();
  }

  collectionEnds(): void {
    if (this.moves !== null) {
      this.entries = this.moves;
      this.moves = null;
    }
    this.onCollection('end');
  }

  /** Does code of the program run now, or is it being compiled? An import compiles and loads on behalf of the library. */
  private isOwn(): boolean {
    const { rt, vm } = this.machine;
    // After the boot and outside all frames there is only the compilation of the program, with its constants.
    if (rt.depth === 0) return true;
    const record = rt.depth * RECORD;
    const entry = vm.codes[FRAMES[record + R_CODE]!];
    if (entry === undefined || entry.unit.filename.startsWith('<')) return false;
    return (CODE[entry.start + FRAMES[record + R_PC]! - 1]! & 255) !== IMPORT_NAME;
  }
}
