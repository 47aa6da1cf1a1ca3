/**
 * A film of the heap: at a few moments of a run, what lies where. The heap region is cut into bins of equal size, a power of two; a frame says of each bin how
 * many of its bytes are mapped, in blocks in use, and of objects that can be reached. Nothing of it is charged.
 *
 * A run has at most 24 frames of 128 bins. When it grows past that, every second frame goes, or two neighbouring bins become one; so the film
 * needs no knowledge of how long a program runs or how much it will hold. Bins in which nothing was ever mapped have no rows.
 */
import type { Address, Memory } from '../heap/memory.ts';
import type { Strategy } from '../heap/strategy.ts';
import type { SeePiece } from '../heap/trace.ts';
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
  private frames: Frame[] = [];
  private binBytes = LEAST_BIN_BYTES;
  /** Clock A at which the next frame is due. */
  private next = 0;
  private stride: number;
  /** The bin asked for last. */
  private lastFrame: Frame | null = null;
  private lastIndex = -1;
  private lastBin: Bin | null = null;

  /** `strideBytes` of allocation lie between two frames at first. */
  constructor(memory: Memory, strideBytes: number) {
    this.memory = memory;
    this.stride = strideBytes;
  }

  /** Is a frame due? */
  isDue({ allocatedBytes }: Strategy): boolean {
    return allocatedBytes >= this.next;
  }

  /**
   * Begins a frame; one of the same moment gives way. What can be reached now is told to the function returned, then `finish` is called, all at the
   * same moment.
   */
  begin(strategy: Strategy): SeePiece {
    if (this.frames.at(-1)?.a === strategy.allocatedBytes) this.frames.pop();
    this.thin();
    const frame: Frame = { a: strategy.allocatedBytes, bins: new Map() };
    const { mappedBytes } = strategy.footprint();
    while (mappedBytes > this.binBytes * MAX_BINS) this.mergeBins();
    this.frames.push(frame);
    return (address, bytes) => {
      // An object may still own a buffer of the static region, made while the machine booted.
      if (address < this.memory.heapStart) return;
      for (let at = this.offset(address), left = bytes; left > 0; ) {
        const part = Math.min(left, this.binBytes - (at % this.binBytes));
        this.bin(frame, at).live += part;
        at += part;
        left -= part;
      }
    };
  }

  /** Ends the frame that was begun: adds what is mapped and in use. */
  finish(strategy: Strategy): void {
    const frame = this.frames.at(-1)!;
    const visit = ({ address, bytes, free }: { address: Address; bytes: number; free: boolean }): void => {
      for (let at = this.offset(address), left = bytes; left > 0; ) {
        const bin = this.bin(frame, at);
        const part = Math.min(left, this.binBytes - (at % this.binBytes));
        bin.mapped += part;
        if (!free) bin.used += part;
        if (bytes > this.binBytes) bin.cell = MIXED;
        else if (bin.cell === 0) bin.cell = bytes;
        else if (bin.cell !== bytes) bin.cell = MIXED;
        at += part;
        left -= part;
      }
    };
    if (strategy.stretches === undefined) strategy.blocks(visit);
    else strategy.stretches(visit);
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

  /** Bytes from the start of the heap region. */
  private offset(address: Address): number {
    return (address - this.memory.heapStart) * 4;
  }

  /** The bin of `frame` with the byte at `offset`. */
  private bin(frame: Frame, offset: number): Bin {
    const index = Math.floor(offset / this.binBytes);
    // What is visited in address order stays in a bin for long.
    if (this.lastFrame === frame && this.lastIndex === index) return this.lastBin!;
    let bin = frame.bins.get(index);
    if (bin === undefined) frame.bins.set(index, (bin = { mapped: 0, used: 0, live: 0, cell: 0 }));
    this.lastFrame = frame;
    this.lastIndex = index;
    this.lastBin = bin;
    return bin;
  }

  /** Bins in which something was mapped at some time, in address order. */
  private knownBins(): number[] {
    const known = new Set<number>();
    for (const { bins } of this.frames) for (const index of bins.keys()) known.add(index);
    return [...known].sort((left, right) => left - right);
  }

  private mergeBins(): void {
    this.binBytes *= 2;
    this.lastFrame = null;
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
