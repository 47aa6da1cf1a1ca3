/**
 * A film of the heap: at a few moments of a run, what lies where. The heap region is cut into bins of equal size, a power of two; a frame says of each bin how
 * many of its bytes are mapped, in blocks in use, and of objects that can be reached. Nothing of it is charged.
 *
 * A run has at most 24 frames of 128 bins. When it grows past that, every second frame goes, or two neighbouring bins become one; so the film
 * needs no knowledge of how long a program runs or how much it will hold. Bins in which nothing was ever mapped have no rows.
 */
import type { Address, Memory } from '../heap/memory.ts';
import type { BlockInfo, Strategy } from '../heap/strategy.ts';
import type { SeePiece } from '../heap/trace.ts';
import type { OccupancyRow } from '../results/rows.ts';

const MAX_FRAMES = 24;
const MAX_BINS = 128;
const LEAST_BIN_LOG2 = 10;
/** Of cells in a bin that differ in size. */
const MIXED = -1;

/** Places of a bin's figures in `Frame.figures`. */
const MAPPED = 0;
const USED = 1;
const LIVE = 2;
/** Bytes of every cell that lies in the bin; 0 before the first. */
const CELL = 3;
const FIGURES = 4;

interface Frame {
  readonly a: number;
  /** Number of each bin in which something lies, in no order. */
  bins: Int32Array;
  /** FIGURES of each of them. */
  figures: Float64Array;
}

export class OccupancyFilm {
  private readonly memory: Memory;
  private frames: Frame[] = [];
  /** Binary logarithm of the bytes of a bin. */
  private binLog2 = LEAST_BIN_LOG2;
  /** Clock A at which the next frame is due. */
  private next = 0;
  private stride: number;
  /** The frame that is being made: its bins, how many, their figures, and for each bin of the region its place among them, from 1. */
  private bins = new Int32Array(MAX_BINS);
  private count = 0;
  private figures = new Float64Array(MAX_BINS * FIGURES);
  private placeOf = new Int32Array(0);
  private readonly seeLive: SeePiece = (address, bytes) => {
    // An object may still own a buffer of the static region, made while the machine booted.
    if (address >= this.memory.heapStart) this.spread(address, bytes, LIVE);
  };
  private readonly seeBlock = ({ address, bytes, free }: BlockInfo): void => {
    this.spread(address, bytes, free ? MAPPED : USED);
  };

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
    const { mappedBytes } = strategy.footprint();
    while (mappedBytes > MAX_BINS * 2 ** this.binLog2) this.mergeBins();
    const regionBins = (((this.memory.heapEnd - this.memory.heapStart) * 4) >>> this.binLog2) + 1;
    if (this.placeOf.length !== regionBins) this.placeOf = new Int32Array(regionBins);
    this.count = 0;
    return this.seeLive;
  }

  /** Ends the frame that was begun: adds what is mapped and in use. */
  finish(strategy: Strategy): void {
    if (strategy.stretches === undefined) strategy.blocks(this.seeBlock);
    else strategy.stretches(this.seeBlock);
    const bins = this.bins.slice(0, this.count);
    for (const bin of bins) this.placeOf[bin] = 0;
    const a = strategy.allocatedBytes;
    this.frames.push({ a, bins, figures: this.figures.slice(0, this.count * FIGURES) });
    this.next = a + this.stride;
    while (this.knownBins().length > MAX_BINS) this.mergeBins();
  }

  /** In order of time and address. */
  rows(runId: string): OccupancyRow[] {
    const binBytes = 2 ** this.binLog2;
    const places = new Map(this.knownBins().map((bin, place) => [bin, place]));
    return this.frames.flatMap(({ a, bins, figures }) =>
      [...bins.keys()]
        .sort((left, right) => bins[left]! - bins[right]!)
        .map((place) => {
          const at = place * FIGURES;
          const cell = figures[at + CELL]!;
          return {
            run_id: runId,
            a,
            at_b: bins[place]! * binBytes,
            place_b: places.get(bins[place]!)! * binBytes,
            bin_b: binBytes,
            cell_b: cell > 0 ? cell : null,
            mapped_b: figures[at + MAPPED]!,
            used_b: figures[at + USED]!,
            live_b: figures[at + LIVE]!,
          };
        }),
    );
  }

  /** Makes room for a frame. */
  private thin(): void {
    if (this.frames.length < MAX_FRAMES) return;
    this.frames = this.frames.filter((_, index) => index % 2 === 0);
    this.stride *= 2;
  }

  /** Adds a piece to the bins it lies in: as live, as mapped, or as mapped and used. */
  private spread(address: Address, bytes: number, what: typeof LIVE | typeof MAPPED | typeof USED): void {
    const { binLog2 } = this;
    const binBytes = 1 << binLog2;
    for (let at = (address - this.memory.heapStart) * 4, left = bytes; left > 0; ) {
      const part = Math.min(left, binBytes - (at & (binBytes - 1)));
      const figure = this.figureOf(at >>> binLog2);
      const { figures } = this;
      figures[figure + what]! += part;
      if (what !== LIVE) {
        if (what === USED) figures[figure + MAPPED]! += part;
        const cell = figures[figure + CELL]!;
        if (bytes > binBytes) figures[figure + CELL] = MIXED;
        else if (cell === 0) figures[figure + CELL] = bytes;
        else if (cell !== bytes) figures[figure + CELL] = MIXED;
      }
      at += part;
      left -= part;
    }
  }

  /** Where the figures of a bin begin, in the frame that is being made. */
  private figureOf(bin: number): number {
    let place = this.placeOf[bin]!;
    if (place === 0) {
      if (this.count === this.bins.length) {
        const bins = new Int32Array(2 * this.count);
        bins.set(this.bins);
        this.bins = bins;
        const figures = new Float64Array(2 * this.count * FIGURES);
        figures.set(this.figures);
        this.figures = figures;
      }
      this.bins[this.count] = bin;
      this.figures.fill(0, this.count * FIGURES, (this.count + 1) * FIGURES);
      place = ++this.count;
      this.placeOf[bin] = place;
    }
    return (place - 1) * FIGURES;
  }

  /** Bins in which something was mapped at some time, in address order. */
  private knownBins(): number[] {
    const known = new Set<number>();
    for (const { bins } of this.frames) for (const bin of bins) known.add(bin);
    return [...known].sort((left, right) => left - right);
  }

  private mergeBins(): void {
    this.binLog2++;
    for (const frame of this.frames) {
      const placeOf = new Map<number, number>();
      const { bins, figures } = frame;
      const merged = new Float64Array(figures.length);
      for (const [place, bin] of bins.entries()) {
        const from = place * FIGURES;
        const other = placeOf.get(bin >> 1);
        if (other === undefined) {
          merged.set(figures.subarray(from, from + FIGURES), placeOf.size * FIGURES);
          placeOf.set(bin >> 1, placeOf.size * FIGURES);
        } else {
          for (const what of [MAPPED, USED, LIVE]) merged[other + what]! += figures[from + what]!;
          if (merged[other + CELL] !== figures[from + CELL]) merged[other + CELL] = MIXED;
        }
      }
      frame.bins = Int32Array.from(placeOf.keys());
      frame.figures = merged.slice(0, placeOf.size * FIGURES);
    }
  }
}
