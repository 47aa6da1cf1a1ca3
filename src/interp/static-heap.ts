/**
 * The strategy in force while the machine boots: it hands out static memory, frees nothing and counts nothing. What it made is immortal.
 */
import { LabBug } from '../base/errors.ts';
import type { Clock } from '../heap/clock.ts';
import { FLAG_COLLECTABLE, FLAGS, IMMORTAL } from '../heap/layout.ts';
import { type Address, ID_BASE, type Memory } from '../heap/memory.ts';
import type {
  BlockInfo,
  Capabilities,
  CollectionRecord,
  Footprint,
  GcInterface,
  PauseRecord,
  Strategy,
} from '../heap/strategy.ts';

export class StaticHeap implements Strategy {
  readonly name = 'static';
  readonly capabilities: Capabilities = {
    refcount: 'none',
    moves: 'never',
    barrier: 'none',
    gcHeaderBytes: 0,
    copyReserve: 0,
    prompt: false,
    reclaimsCycles: false,
  };
  readonly control = new Int32Array(8);
  readonly clock: Clock;
  allocatedBytes = 0;
  allocatedObjects = 0;
  readonly collections: CollectionRecord[] = [];
  readonly pauses: PauseRecord[] = [];
  private readonly memory: Memory;
  private readonly made: Address[] = [];

  constructor(memory: Memory, clock: Clock) {
    this.memory = memory;
    this.clock = clock;
  }

  allocate(bytes: number): Address {
    const object = this.memory.allocateStatic(bytes);
    this.made.push(object);
    return object;
  }
  allocateGc(bytes: number, preBytes: number): Address {
    const object = this.memory.allocateStatic(preBytes + bytes) + (preBytes >> 2);
    this.memory.words[object + FLAGS] = FLAG_COLLECTABLE;
    this.made.push(object);
    return object;
  }
  allocateBuffer(bytes: number): Address {
    return this.memory.allocateStatic(bytes);
  }
  resizeBuffer(address: Address, oldBytes: number, newBytes: number): Address {
    const words = this.memory.words;
    const moved = this.memory.allocateStatic(newBytes);
    words.copyWithin(moved, address, address + (Math.min(oldBytes, newBytes) >> 2));
    return moved;
  }
  freeBuffer(): void {}
  track(): void {}
  untrack(): void {}
  registerFinalizable(): void {}
  retain(): void {}
  touch(): void {}
  release(): void {}
  store(_owner: Address, slot: Address, value: Address): void {
    this.memory.words[slot] = value;
  }
  safepoint(): boolean {
    return true;
  }
  collect(): number {
    return 0;
  }
  identity(object: Address): number {
    return ID_BASE + object * 4;
  }
  objects(visit: (object: Address) => void): void {
    for (const object of this.made) visit(object);
  }
  verify(): void {}
  blocks(_visit: (block: BlockInfo) => void): void {}
  footprint(): Footprint {
    return {
      usedBytes: 0,
      cellBytes: 0,
      mappedBytes: 0,
      metadataBytes: 0,
      sideBytes: 0,
      freeBytes: 0,
      largestFreeBytes: 0,
      smallHoleBytes: 0,
    };
  }
  get gc(): GcInterface {
    throw new LabBug('the static heap has no collector');
  }
  finish(): void {}

  /** Boot is over: everything made so far gets the reference count of immortals. */
  seal(): void {
    for (const object of this.made) this.memory.words[object] = IMMORTAL;
    this.made.length = 0;
  }
}
