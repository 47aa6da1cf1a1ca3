/**
 * The simulated machine's memory: one fixed ArrayBuffer seen through typed views, cut into three regions.
 *
 * ```
 *  word 0        STATIC_START          stackStart            heapStart                      heapEnd
 *  | null page   | static objects ...  | control | slots ... | heap: what a strategy hands out |
 * ```
 *
 * Addresses are **word indices** into `words` (one word = 4 bytes), so they stay positive past 2 GiB; a Python object's
 * address is a multiple of 4 (16 bytes). Address 0 is null. A CPython field of 8 bytes takes two words: the low one
 * holds the value or reference, the high one is free for bookkeeping that costs no size.
 *
 * The buffer is reserved once per thread, at fixed length, and one machine at a time uses it: pages that nobody touches cost the host nothing, a
 * resizable buffer is two to four times slower to read, and an engine that sees `WORDS` as a constant of the module folds its address and length
 * into the code instead of loading and checking them at every access. Hot modules therefore say `const M = WORDS` and use `M`.
 */
import { UserError } from '../base/errors.ts';
import { rememberNumbers } from '../base/object-state.ts';

/** A word index into the machine's memory; 0 is null. */
export type Address = number;

/** First word of the static region; what lies below is the null page and is never written. */
export const STATIC_START = 64;

/** Bytes of the static region: built-in types, small ints, one-character strings, built-in functions. */
export const STATIC_BYTES = 16 * 1024 * 1024;

/** The largest buffer a host gives us in one piece (bytes). */
const MAX_BUFFER_BYTES = 4 * 1024 * 1024 * 1024 - 65536;

/** Reserves address space: as much as the host grants of 4 GiB, its half, its quarter … Nothing of it is touched here. */
function reserve(): ArrayBuffer {
  for (let bytes = MAX_BUFFER_BYTES; ; bytes = (bytes >>> 17) << 16) {
    try {
      return new ArrayBuffer(bytes);
    } catch (problem) {
      if (!(problem instanceof RangeError) || bytes < 64 * 1024 * 1024) throw problem;
    }
  }
}

const BUFFER = reserve();
/** The thread's memory as 32-bit words; an address is an index into it. */
export const WORDS: Int32Array = new Int32Array(BUFFER);
/** The thread's memory as bytes: byte `4 * address`. */
export const BYTES: Uint8Array = new Uint8Array(BUFFER);
/** The thread's memory as doubles: double `address / 2`. */
export const DOUBLES: Float64Array = new Float64Array(BUFFER);

/**
 * `count` words of their own, at an address that never changes. A small typed array made in the plain way lies on the engine's own heap, where its address cannot be
 * folded into code: each access would look it up.
 */
export function fixedWords(count: number): Int32Array {
  return ofThread(new Int32Array(new ArrayBuffer(4 * count)));
}

/** Arrays of modules that hold state of the thread's machine beside its memory. */
const threadArrays: (Int32Array | Uint8Array)[] = [];

/** Says that an array of a module holds state of the thread's machine: what remembers a machine remembers it too. Returns the array. */
export function ofThread<T extends Int32Array | Uint8Array>(array: T): T {
  threadArrays.push(array);
  return array;
}

/** The machine that wrote the memory last; what it has written is cleared for the next one. */
let latest: Memory | null = null;

/** Bytes that an address at word 0 would show as `id()`; makes ids look like a 64-bit process's. */
export const ID_BASE = 0x7f0000000000;

export interface MemoryLimits {
  /** Bytes that the strategy may keep mapped. */
  readonly heapBytes: number;
  /** Bytes of the stack region (operand stacks and locals of all frames; 8 bytes a slot). */
  readonly stackBytes: number;
}

const MIB = 1024 * 1024;

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

/** Words at the begin of the stack region that a machine may read before it has written them: the root table. Stack slots are written first. */
const ROOT_WORDS = 65536;

/** The thread's memory as one machine sees it. Making one clears the memory and ends the machine before. */
export class Memory {
  readonly words: Int32Array = WORDS;
  readonly bytes: Uint8Array = BYTES;
  readonly doubles: Float64Array = DOUBLES;
  /** Next free word of the static region. */
  staticTop: Address = STATIC_START;
  readonly staticEnd: Address;
  readonly stackStart: Address;
  readonly stackEnd: Address;
  /** First word of the heap region; 1 MiB aligned. Everything below is static or stack: `address >= heapStart` asks "is it on the heap?". */
  readonly heapStart: Address;
  /** First word after the physical heap region, which is larger than the limit by the overdraft (see strategy.ts). */
  readonly heapEnd: Address;
  readonly limits: MemoryLimits;
  /** Ends of the heap's two zones as far as they were ever taken (see page-map.ts), the runs behind the break: what lies between them was never written. */
  readonly touched: { breakEnd: Address; runsStart: Address; runsEnd: Address };

  constructor(limits: MemoryLimits) {
    if (!Number.isFinite(limits.heapBytes) || limits.heapBytes < 256 * 1024) {
      throw new UserError(`heap of ${limits.heapBytes} bytes is too small: the least is 262144 (256k)`, {
        hint: 'give --heap a size such as 64m or 1g',
      });
    }
    this.limits = limits;
    const staticEndBytes = STATIC_START * 4 + STATIC_BYTES;
    const stackEndBytes = roundUp(staticEndBytes + limits.stackBytes, MIB);
    const heapBytes = roundUp(limits.heapBytes + overdraftBytes(limits.heapBytes), MIB) * 2;
    const total = Math.min(stackEndBytes + heapBytes, BUFFER.byteLength);
    if (stackEndBytes + limits.heapBytes > BUFFER.byteLength) {
      throw new UserError(`heap of ${limits.heapBytes} bytes is too large: the most is ${BUFFER.byteLength - stackEndBytes}`, {
        hint: 'give --heap a smaller size, such as 1g',
      });
    }
    clearLatest();
    this.staticEnd = staticEndBytes / 4;
    this.stackStart = this.staticEnd;
    this.stackEnd = stackEndBytes / 4;
    this.heapStart = this.stackEnd;
    this.heapEnd = (total - (total % 8)) / 4;
    this.touched = { breakEnd: this.heapStart, runsStart: this.heapEnd, runsEnd: this.heapStart };
    setLatest(this);
  }

  /** Runs of words that the machine may have written, as [from, to[ pairs. */
  written(): readonly (readonly [from: Address, to: Address])[] {
    const { touched } = this;
    return [
      [0, this.staticTop],
      [this.stackStart, Math.min(this.stackStart + ROOT_WORDS, this.stackEnd)],
      [this.heapStart, touched.breakEnd],
      [touched.runsStart, touched.runsEnd],
    ];
  }

  /** Takes `bytes` zeroed bytes of the static region, 16-byte aligned. They are never freed. Throws a RangeError when the region is full. */
  allocateStatic(bytes: number): Address {
    const address = (this.staticTop + 3) & ~3;
    const top = address + ((bytes + 3) >> 2);
    if (top > this.staticEnd) throw new RangeError('static region is full');
    this.staticTop = top;
    return address;
  }
}

function setLatest(memory: Memory): void {
  latest = memory;
}

function clearLatest(): void {
  if (latest !== null) for (const [from, to] of latest.written()) if (from < to) WORDS.fill(0, from, to);
}

/** Zeros in a row from which on it is worth beginning a new piece. */
const GAP_WORDS = 256;

/** A run of words that are not all 0. */
interface Piece {
  readonly from: Address;
  readonly words: Int32Array;
}

/** What of `words` from `from` up to `to` is not 0, in pieces between long gaps. */
function piecesOf(words: Int32Array, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = -1;
  let end = from;
  for (let at = from; at < to; at++) {
    if (words[at] === 0) continue;
    if (start < 0) start = at;
    else if (at - end > GAP_WORDS) {
      pieces.push({ from: start, words: words.slice(start, end) });
      start = at;
    }
    end = at + 1;
  }
  if (start >= 0) pieces.push({ from: start, words: words.slice(start, end) });
  return pieces;
}

/** Clears `words` from `from` up to `to` where no piece will be put; pieces in the order of their places. */
function clearBetween(words: Int32Array, pieces: readonly Piece[], from: number, to: number): void {
  let at = from;
  for (const piece of pieces) {
    const end = piece.from + piece.words.length;
    if (end <= at) continue;
    if (piece.from >= to) break;
    if (piece.from > at) words.fill(0, at, piece.from);
    at = end;
  }
  if (at < to) words.fill(0, at, to);
}

/**
 * The contents of a machine's memory, and of the arrays of the thread, as they were when this was made. `restore` ends the machine that used the memory since,
 * whichever it was.
 */
export class MemoryImage {
  private readonly memory: Memory;
  private readonly staticTop: Address;
  private readonly touched: Memory['touched'];
  private readonly pieces: readonly Piece[];
  private readonly restoreArrays: readonly (() => void)[];

  constructor(memory: Memory) {
    this.memory = memory;
    this.staticTop = memory.staticTop;
    this.touched = { ...memory.touched };
    this.pieces = memory.written().flatMap(([from, to]) => piecesOf(WORDS, from, to));
    this.restoreArrays = threadArrays.map((array) => rememberNumbers(array));
  }

  restore(): void {
    const { memory, pieces } = this;
    if (latest !== null) for (const [from, to] of latest.written()) clearBetween(WORDS, pieces, from, to);
    memory.staticTop = this.staticTop;
    Object.assign(memory.touched, this.touched);
    for (const { from, words } of pieces) WORDS.set(words, from);
    for (const restore of this.restoreArrays) restore();
    setLatest(memory);
  }
}

/**
 * Bytes by which a heap may run past its limit between the moment it is full and the next safepoint, where the collector
 * gets its chance and MemoryError is raised if it frees too little.
 */
export function overdraftBytes(heapBytes: number): number {
  return Math.max(2 * MIB, heapBytes >>> 3);
}
