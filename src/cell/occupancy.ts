/**
 * A film of the heap: at a few moments of a run, what lies where. The heap region is cut into bins of equal size, a power of two; a frame says of each bin how
 * many of its bytes are mapped, in blocks in use, and of objects that can be reached. Nothing of it is charged.
 *
 * A run has at most 24 frames of 128 bins. When it grows past that, every second frame goes, or two neighbouring bins become one; so the film
 * needs no knowledge of how long a program runs or how much it will hold. Bins in which nothing was ever mapped have no rows.
 */
import type { Address, Memory } from '../heap/memory.ts';
import type { ObjectMap } from '../heap/object-map.ts';
import type { ObjectModel } from '../heap/object-model.ts';
import type { Strategy } from '../heap/strategy.ts';
import type { OccupancyRow } from '../results/rows.ts';

const MAX_FRAMES = 24;
const MAX_BINS = 128;
const LEAST_BIN_BYTES = 1024;
/** Of cells in a bin that differ in size. */
const MIXED = -1;

interface Bin {
  mapped: number;
  used: number;
  live: number;
  /** Bytes of every cell that lies in it; 0 before the first. */
  cell: number;
}

interface Frame {
  readonly a: number;
  bins: Map<number, Bin>;
}

export class OccupancyFilm {
  private readonly memory: Memory;
  private readonly model: ObjectModel;
  private frames: Frame[] = [];
  private binBytes = LEAST_BIN_BYTES;
  /** Clock A at which the next frame is due. */
  private next = 0;
  private stride: number;

  /** `strideBytes` of allocation lie between two frames at first. */
  constructor(memory: Memory, model: ObjectModel, strideBytes: number) {
    this.memory = memory;
    this.model = model;
    this.stride = strideBytes;
  }

  /** Adds a frame when one is due. `reached` are the objects on the heap that can be reached now. */
  offer(strategy: Strategy, reached: ObjectMap): void {
    if (strategy.allocatedBytes >= this.next) this.take(strategy, reached);
  }

  /** Adds a frame; one of the same moment gives way. */
  take(strategy: Strategy, reached: ObjectMap): void {
    if (this.frames.at(-1)?.a === strategy.allocatedBytes) this.frames.pop();
    this.thin();
    const frame: Frame = { a: strategy.allocatedBytes, bins: new Map() };
    const { mappedBytes } = strategy.footprint();
    while (mappedBytes > this.binBytes * MAX_BINS) this.mergeBins();
    const visit = ({ address, bytes, free }: { address: Address; bytes: number; free: boolean }): void => {
      this.spread(frame, address, bytes, (bin, part) => {
        bin.mapped += part;
        if (!free) bin.used += part;
        if (bytes > this.binBytes) bin.cell = MIXED;
        else if (bin.cell === 0) bin.cell = bytes;
        else if (bin.cell !== bytes) bin.cell = MIXED;
      });
    };
    if (strategy.stretches === undefined) strategy.blocks(visit);
    else strategy.stretches(visit);
    this.addLive(frame, reached);
    this.frames.push(frame);
    this.next = frame.a + this.stride;
    while (this.knownBins().length > MAX_BINS) this.mergeBins();
  }

  /** In order of time and address. */
  rows(runId: string): OccupancyRow[] {
    const places = new Map(this.knownBins().map((index, place) => [index, place]));
    return this.frames.flatMap(({ a, bins }) =>
      [...bins]
        .sort(([left], [right]) => left - right)
        .map(([index, { mapped, used, live, cell }]) => ({
          run_id: runId,
          a,
          at_b: index * this.binBytes,
          place_b: places.get(index)! * this.binBytes,
          bin_b: this.binBytes,
          cell_b: cell > 0 ? cell : null,
          mapped_b: mapped,
          used_b: used,
          live_b: live,
        })),
    );
  }

  /** Makes room for a frame. */
  private thin(): void {
    if (this.frames.length < MAX_FRAMES) return;
    this.frames = this.frames.filter((_, index) => index % 2 === 0);
    this.stride *= 2;
  }

  private addLive(frame: Frame, reached: ObjectMap): void {
    const { memory, model } = this;
    const W = memory.words;
    const add = (address: Address, bytes: number): void => {
      // An object may still own a buffer of the static region, made while the machine booted.
      if (address >= memory.heapStart) this.spread(frame, address, bytes, (bin, part) => (bin.live += part));
    };
    reached.forEach(memory.heapStart, memory.heapEnd, (object) => {
      add(object, model.size(object));
      const buffers = model.buffers(object);
      for (let index = 0; index < buffers; index++) add(W[model.slotScratch[index]], model.byteScratch[index]);
    });
  }

  /** Calls `see` with each bin that a piece of memory lies in, and with how many of its bytes. */
  private spread(frame: Frame, address: Address, bytes: number, see: (bin: Bin, part: number) => void): void {
    const { binBytes } = this;
    const from = (address - this.memory.heapStart) * 4;
    for (let at = from; at < from + bytes; ) {
      const index = Math.floor(at / binBytes);
      const end = Math.min(from + bytes, (index + 1) * binBytes);
      let bin = frame.bins.get(index);
      if (bin === undefined) frame.bins.set(index, (bin = { mapped: 0, used: 0, live: 0, cell: 0 }));
      see(bin, end - at);
      at = end;
    }
  }

  /** Bins in which something was mapped at some time, in address order. */
  private knownBins(): number[] {
    const known = new Set<number>();
    for (const { bins } of this.frames) for (const index of bins.keys()) known.add(index);
    return [...known].sort((left, right) => left - right);
  }

  private mergeBins(): void {
    this.binBytes *= 2;
    for (const frame of this.frames) {
      const merged = new Map<number, Bin>();
      for (const [index, bin] of frame.bins) {
        const other = merged.get(index >> 1);
        if (other === undefined) merged.set(index >> 1, bin);
        else {
          other.mapped += bin.mapped;
          other.used += bin.used;
          other.live += bin.live;
          if (other.cell !== bin.cell) other.cell = MIXED;
        }
      }
      frame.bins = merged;
    }
  }
}
