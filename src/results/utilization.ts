/**
 * Minimum mutator utilization, exactly, from a list of pauses.
 *
 * MMU(w) = 1 - (most pause time in any window of width w) / w, over the windows that lie wholly within the run. The most is reached by a window that
 * begins where a pause begins or ends where a pause ends, so two pointers over those edges find it without sampling.
 * BMU(w) = the least MMU(v) over v >= w ("bounded": it never falls as w grows). As a function of v, pause time in the worst window grows with slope 0 or 1, so
 * between the two ends 1 - pause/v has its least values where the window begins with one pause and ends with another. The densest
 * such window of at least w is found by Dinkelbach's iteration.
 *
 * Source: Cheng and Blelloch, "A parallel, real-time garbage collector" (PLDI 2001); Sachindran, Moss, Berger, "MC2" (OOPSLA 2004) for BMU; W. Dinkelbach, "On nonlinear
 * fractional programming" (1967).
 */
import { assert } from '../base/assert.ts';

/** A pause in cycles since the program began. */
export interface Interval {
  readonly start: number;
  readonly length: number;
}

export class Utilization {
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  /** Pause time before pause i; one entry more than pauses. */
  private readonly before: Float64Array;
  private readonly total: number;

  /** `pauses` in order, without overlap, within 0..`total` cycles. Those of length 0 say nothing. */
  constructor(pauses: readonly Interval[], total: number) {
    const real = pauses.filter(({ length }) => length > 0);
    this.total = total;
    this.starts = Float64Array.from(real, ({ start }) => start);
    this.ends = Float64Array.from(real, ({ start, length }) => start + length);
    this.before = new Float64Array(real.length + 1);
    for (let index = 0; index < real.length; index++) {
      assert(index === 0 || this.starts[index]! >= this.ends[index - 1]!, 'two pauses overlap');
      this.before[index + 1] = this.before[index]! + real[index]!.length;
    }
    assert(real.length === 0 || this.ends.at(-1)! <= total, 'a pause ends after the run');
  }

  /** MMU of windows of `width` cycles, 0 < width <= total. */
  mmu(width: number): number {
    assert(width > 0 && width <= this.total, 'a window is wider than the run, or empty');
    return 1 - this.mostPause(width) / width;
  }

  /** BMU of windows of at least `width` cycles. */
  bmu(width: number): number {
    let least = Math.min(this.mmu(width), 1 - this.before.at(-1)! / this.total);
    // Each round finds a denser window or proves that there is none.
    for (let density = 1 - least; ; ) {
      const better = this.denserWindow(width, density);
      if (better <= density) break;
      density = better;
      least = Math.min(least, 1 - density);
    }
    return least;
  }

  /** Cycles of pause in the worst window. */
  private mostPause(width: number): number {
    const { starts, ends, total } = this;
    const count = starts.length;
    // At the two ends of the run a window may be cut off from the edge that it would have.
    let most = Math.max(this.pauseFrom(0, width), this.pauseFrom(total - width, width));
    let past = 0;
    let first = 0;
    for (let index = 0; index < count; index++) {
      const from = starts[index]!;
      while (past < count && starts[past]! < from + width) past++;
      if (from + width <= total) most = Math.max(most, this.pauseIn(index, past, from, from + width));
      const to = ends[index]!;
      while (ends[first]! <= to - width) first++;
      if (to >= width) most = Math.max(most, this.pauseIn(first, index + 1, to - width, to));
    }
    return most;
  }

  private pauseFrom(from: number, width: number): number {
    const { starts, ends } = this;
    let first = 0;
    while (first < ends.length && ends[first]! <= from) first++;
    let past = first;
    while (past < starts.length && starts[past]! < from + width) past++;
    return this.pauseIn(first, past, from, from + width);
  }

  /** Pause time of pauses first..last-1, cut to [from, to]. */
  private pauseIn(first: number, last: number, from: number, to: number): number {
    if (first >= last) return 0;
    const { starts, ends, before } = this;
    const cutFront = Math.max(0, from - starts[first]!);
    const cutBack = Math.max(0, ends[last - 1]! - to);
    return before[last]! - before[first]! - cutFront - cutBack;
  }

  /** The density of the window from a pause's begin to a pause's end, at least `width` wide, that has the most pause time above `density`; 0 when there is none. */
  private denserWindow(width: number, density: number): number {
    const { starts, ends, before } = this;
    let best = 0;
    let bestDensity = 0;
    let leastStart = Number.POSITIVE_INFINITY;
    let leastIndex = -1;
    let low = 0;
    for (let last = 0; last < ends.length; last++) {
      for (; low <= last && ends[last]! - starts[low]! >= width; low++) {
        const value = before[low]! - density * starts[low]!;
        if (value < leastStart) {
          leastStart = value;
          leastIndex = low;
        }
      }
      if (leastIndex < 0) continue;
      const gain = before[last + 1]! - density * ends[last]! - leastStart;
      if (gain > best) {
        best = gain;
        bestDensity = (before[last + 1]! - before[leastIndex]!) / (ends[last]! - starts[leastIndex]!);
      }
    }
    return bestDensity;
  }
}

/** Widths at which MMU and BMU are written: powers of two from 1024 cycles to the run's length, and that length. */
export function windowWidths(total: number): number[] {
  const widths: number[] = [];
  for (let width = 1024; width < total; width *= 2) widths.push(width);
  if (total > 0) widths.push(total);
  return widths;
}
