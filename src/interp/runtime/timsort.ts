/**
 * Tim Peters's merge sort as CPython 3.13 has it (Objects/listobject.c and listsort.txt there; merge order: Munro and Wild, "Nearly-Optimal
 * Mergesorts", the powersort). Works on an array of item numbers; stable.
 */

/** `left < right` for two item numbers. May throw: the array then holds all numbers in the order reached so far. */
export type Less = (left: number, right: number) => boolean;

/** Runs shorter than this are made longer by binary insertion (MAX_MINRUN). */
const MAX_MINRUN = 64;
/** Wins in a row of one run that start galloping. */
const MIN_GALLOP = 7;

interface Run {
  start: number;
  count: number;
  power: number;
}

/** Sorts the whole array. */
export function timsort(order: Int32Array, less: Less): void {
  if (order.length > 1) new Merger(order, less).sort();
}

class Merger {
  private readonly order: Int32Array;
  private readonly less: Less;
  private readonly runs: Run[] = [];
  private minGallop = MIN_GALLOP;

  constructor(order: Int32Array, less: Less) {
    this.order = order;
    this.less = less;
  }

  sort(): void {
    const total = this.order.length;
    const minRun = leastRun(total);
    let start = 0;
    while (start < total) {
      const left = total - start;
      let count = this.countRun(start, left);
      if (count < minRun) {
        const forced = Math.min(minRun, left);
        this.insertRun(start, forced, count);
        count = forced;
      }
      this.foundRun(start, count);
      start += count;
    }
    this.collapseAll();
  }

  /** Length of the run that begins at `start`; a descending one is turned round. Equal items at the head of a descending run keep their order. */
  private countRun(start: number, left: number): number {
    const { order, less } = this;
    let count = 1;
    while (count < left && !less(order[start + count], order[start + count - 1])) count++;
    if (count === left) return count;
    if (count > 1) {
      if (less(order[start], order[start + count - 1])) return count;
      // All equal so far: they may begin a descending run.
      reverse(order, start, start + count);
    }
    count++;
    let equal = 0;
    for (; count < left; count++) {
      if (less(order[start + count], order[start + count - 1])) {
        if (equal > 0) {
          reverse(order, start + count - equal - 1, start + count);
          equal = 0;
        }
      } else if (less(order[start + count - 1], order[start + count])) break;
      else equal++;
    }
    if (equal > 0) reverse(order, start + count - equal - 1, start + count);
    reverse(order, start, start + count);
    while (count < left && !less(order[start + count], order[start + count - 1])) count++;
    return count;
  }

  /** Binary insertion sort of `count` items of which the first `sorted` are in order. */
  private insertRun(start: number, count: number, sorted: number): void {
    const { order, less } = this;
    for (let index = sorted; index < count; index++) {
      const pivot = order[start + index];
      let low = 0;
      let high = index;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (less(pivot, order[start + middle])) high = middle;
        else low = middle + 1;
      }
      for (let at = start + index; at > start + low; at--) order[at] = order[at - 1];
      order[start + low] = pivot;
    }
  }

  /** Pushes a run, merging earlier ones whose boundary lies deeper in the powersort tree. */
  private foundRun(start: number, count: number): void {
    const runs = this.runs;
    const last = runs.at(-1);
    if (last !== undefined) {
      const power = nodePower(last.start, last.count, count, this.order.length);
      while (runs.length > 1 && runs[runs.length - 2].power > power) this.mergeAt(runs.length - 2);
      runs[runs.length - 1].power = power;
    }
    runs.push({ start, count, power: 0 });
  }

  private collapseAll(): void {
    const runs = this.runs;
    while (runs.length > 1) {
      let at = runs.length - 2;
      if (at > 0 && runs[at - 1].count < runs[at + 1].count) at--;
      this.mergeAt(at);
    }
  }

  /** Merges the runs `at` and `at + 1`. */
  private mergeAt(at: number): void {
    const { order, runs } = this;
    let { start: a, count: aCount } = runs[at];
    const { start: b, count: bWhole } = runs[at + 1];
    runs[at].count = aCount + bWhole;
    runs.splice(at + 1, 1);
    // Items of a that come before b's first are in place, and so are items of b after a's last.
    const skip = this.gallopRight(order[b], order, a, aCount, 0);
    a += skip;
    aCount -= skip;
    if (aCount === 0) return;
    const bCount = this.gallopLeft(order[a + aCount - 1], order, b, bWhole, bWhole - 1);
    if (bCount === 0) return;
    if (aCount <= bCount) this.mergeLow(a, aCount, b, bCount);
    else this.mergeHigh(a, aCount, b, bCount);
  }

  /** Where `key` goes in the sorted `count` items from `base`, left of equal ones; `hint` is a guess of the place. */
  private gallopLeft(key: number, items: Int32Array, base: number, count: number, hint: number): number {
    const less = this.less;
    let last = 0;
    let offset = 1;
    if (less(items[base + hint], key)) {
      const most = count - hint;
      while (offset < most && less(items[base + hint + offset], key)) {
        last = offset;
        offset = 2 * offset + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    } else {
      const most = hint + 1;
      while (offset < most && !less(items[base + hint - offset], key)) {
        last = offset;
        offset = 2 * offset + 1;
      }
      if (offset > most) offset = most;
      const before = last;
      last = hint - offset;
      offset = hint - before;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(items[base + middle], key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** As gallopLeft, right of equal items. */
  private gallopRight(key: number, items: Int32Array, base: number, count: number, hint: number): number {
    const less = this.less;
    let last = 0;
    let offset = 1;
    if (less(key, items[base + hint])) {
      const most = hint + 1;
      while (offset < most && less(key, items[base + hint - offset])) {
        last = offset;
        offset = 2 * offset + 1;
      }
      if (offset > most) offset = most;
      const before = last;
      last = hint - offset;
      offset = hint - before;
    } else {
      const most = count - hint;
      while (offset < most && !less(key, items[base + hint + offset])) {
        last = offset;
        offset = 2 * offset + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(key, items[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Merges adjacent runs from the left; the shorter one, a, is copied out. */
  private mergeLow(a: number, aTotal: number, b: number, bTotal: number): void {
    const { order, less } = this;
    const copy = order.slice(a, a + aTotal);
    let from = 0;
    let aCount = aTotal;
    let bCount = bTotal;
    let right = b;
    let to = a;
    let gallop = this.minGallop;
    // The last item of a is known to come after all of b.
    let lastOfA = false;
    try {
      order[to++] = order[right++];
      if (--bCount === 0) return;
      if (aCount === 1) {
        lastOfA = true;
        return;
      }
      for (;;) {
        let aWins = 0;
        let bWins = 0;
        do {
          if (less(order[right], copy[from])) {
            order[to++] = order[right++];
            bWins++;
            aWins = 0;
            if (--bCount === 0) return;
          } else {
            order[to++] = copy[from++];
            aWins++;
            bWins = 0;
            if (--aCount === 1) {
              lastOfA = true;
              return;
            }
          }
        } while (aWins < gallop && bWins < gallop);
        gallop++;
        do {
          if (gallop > 1) gallop--;
          this.minGallop = gallop;
          aWins = this.gallopRight(order[right], copy, from, aCount, 0);
          for (let index = 0; index < aWins; index++) order[to++] = copy[from++];
          aCount -= aWins;
          lastOfA = aCount === 1;
          // None left: only when comparisons contradict each other.
          if (aCount <= 1) return;
          order[to++] = order[right++];
          if (--bCount === 0) return;
          bWins = this.gallopLeft(copy[from], order, right, bCount, 0);
          order.copyWithin(to, right, right + bWins);
          to += bWins;
          right += bWins;
          bCount -= bWins;
          if (bCount === 0) return;
          order[to++] = copy[from++];
          if (--aCount === 1) {
            lastOfA = true;
            return;
          }
        } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
        gallop++;
        this.minGallop = gallop;
      }
    } finally {
      if (lastOfA) {
        order.copyWithin(to, right, right + bCount);
        to += bCount;
      }
      // What is left of a fills the gap, also after an error.
      for (let index = 0; index < aCount; index++) order[to + index] = copy[from + index];
    }
  }

  /** Merges adjacent runs from the right; the shorter one, b, is copied out. */
  private mergeHigh(a: number, aTotal: number, b: number, bTotal: number): void {
    const { order, less } = this;
    const copy = order.slice(b, b + bTotal);
    let from = bTotal - 1;
    let aCount = aTotal;
    let bCount = bTotal;
    let left = a + aTotal - 1;
    let to = b + bTotal - 1;
    let gallop = this.minGallop;
    // The first item of b is known to come before all of a.
    let firstOfB = false;
    try {
      order[to--] = order[left--];
      if (--aCount === 0) return;
      if (bCount === 1) {
        firstOfB = true;
        return;
      }
      for (;;) {
        let aWins = 0;
        let bWins = 0;
        do {
          if (less(copy[from], order[left])) {
            order[to--] = order[left--];
            aWins++;
            bWins = 0;
            if (--aCount === 0) return;
          } else {
            order[to--] = copy[from--];
            bWins++;
            aWins = 0;
            if (--bCount === 1) {
              firstOfB = true;
              return;
            }
          }
        } while (aWins < gallop && bWins < gallop);
        gallop++;
        do {
          if (gallop > 1) gallop--;
          this.minGallop = gallop;
          aWins = aCount - this.gallopRight(copy[from], order, a, aCount, aCount - 1);
          to -= aWins;
          left -= aWins;
          order.copyWithin(to + 1, left + 1, left + 1 + aWins);
          aCount -= aWins;
          if (aCount === 0) return;
          order[to--] = copy[from--];
          if (--bCount === 1) {
            firstOfB = true;
            return;
          }
          bWins = bCount - this.gallopLeft(order[left], copy, 0, bCount, bCount - 1);
          for (let index = 0; index < bWins; index++) order[to--] = copy[from--];
          bCount -= bWins;
          firstOfB = bCount === 1;
          if (bCount <= 1) return;
          order[to--] = order[left--];
          if (--aCount === 0) return;
        } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
        gallop++;
        this.minGallop = gallop;
      }
    } finally {
      if (firstOfB) {
        to -= aCount;
        left -= aCount;
        order.copyWithin(to + 1, left + 1, left + 1 + aCount);
      }
      for (let index = 0; index < bCount; index++) order[to - bCount + 1 + index] = copy[index];
    }
  }
}

function reverse(order: Int32Array, start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const saved = order[low];
    order[low] = order[high];
    order[high] = saved;
  }
}

/** Shortest run worth merging: total / 2^k, rounded up, between 32 and 64 (merge_compute_minrun). */
function leastRun(total: number): number {
  let rest = total;
  let odd = 0;
  while (rest >= MAX_MINRUN) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

/** Depth in the powersort tree of the boundary between two runs that begin at `start`, of `total` items in all. */
function nodePower(start: number, first: number, second: number, total: number): number {
  let a = 2 * start + first;
  let b = a + first + second;
  let power = 0;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}
