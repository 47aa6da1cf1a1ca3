/**
 * A C library's malloc: boundary tags, binned free lists, coalescing, a top chunk, page runs for large blocks.
 *
 * A chunk of C bytes (a multiple of 16, at least 32) around the payload address p:
 * ```
 *  word p-4, p-3   footer of the chunk in front, only while that one is free: its C (p-4)
 *  word p-2        C | PREV_USED | MAPPED | QUICK
 *  word p-1        bytes asked for, while in use (CPython's spare half: costs nothing)
 *  word p ...      payload, C - 8 bytes: it runs into the footer place of the next chunk
 *
 *  free chunk:     p+1 next of its bin, p+3 previous of its bin, footer at its end; word p is left alone, so that the
 *                  count of a freed object stays readable
 * ```
 * Bins: one for each C below 1024, four for each doubling above. Freed chunks up to 1040 bytes first go to a quick list of their size
 * (at most 7, last in first out, not coalesced), as in glibc's tcache, so the last freed block of a size is the next one handed out.
 * Requests from 128 KiB are page runs of their own. The chunks follow each other from the start of the brk zone up to the top
 * chunk, the unused rest of the zone; no two free chunks are neighbours.
 *
 * Source: Doug Lea, "A Memory Allocator" (1996/2000); glibc 2.26 for the quick lists.
 */
import { LabBug } from '../../base/errors.ts';
import { EVENT, HOT } from '../../heap/clock.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { PAGE_BYTES, PAGE_WORDS, type PageMap } from '../../heap/page-map.ts';
import { type Allocator, type BlockInfo, type Footprint, SMALL_HOLE_BYTES } from '../../heap/strategy.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;

const PREV_USED = 1;
const MAPPED = 2;
const QUICK = 4;
const SIZE_MASK = ~15;

/** Bytes of the size word in front of each payload. */
const TAG_BYTES = 8;
const LEAST_CHUNK = 32;
/** Bytes of the top chunk that lie behind the zone: it is counted up to where the payload of a next chunk would start. */
const TOP_TAGS = 16;
/** Payload address of a chunk minus the chunk's first word. */
const PAYLOAD = 4;

const QUICK_MOST = 1040;
const QUICK_DEPTH = 7;
/** Requests of this size on are page runs (glibc: M_MMAP_THRESHOLD). */
export const MAP_THRESHOLD = 128 * 1024;
/** Pages by which the brk zone grows beyond what is asked (glibc: M_TOP_PAD). */
const TOP_PAD_PAGES = 32;
/** The top chunk gives pages back when it is larger (glibc: M_TRIM_THRESHOLD, plus the pad). */
const TRIM_BYTES = 2 * TOP_PAD_PAGES * PAGE_BYTES;

const BINS = 64 + 4 * 22;
/** Chunks of a large bin that are looked at before the next bin is taken. */
const BIN_SEARCH = 32;

const USED = 0;
const CELLS = 1;
/** Chunks of the brk zone that are in use or in a quick list. */
const TAKEN = 2;
/** Bytes of the chunks in bins that are smaller than SMALL_HOLE_BYTES. */
const SMALL = 3;

function binOf(chunkBytes: number): number {
  if (chunkBytes < 1024) return chunkBytes >>> 4;
  const log = 31 - Math.clz32(chunkBytes);
  return 64 + ((log - 10) << 2) + ((chunkBytes >>> (log - 2)) & 3);
}

export class Malloc implements Allocator {
  readonly name = 'malloc';
  private readonly pages: PageMap;
  /** Requested bytes and cell bytes in use, modulo 2^32, and what a footprint would else have to walk for. */
  private readonly tally = new Int32Array(4);
  private readonly quickHeads = new Int32Array((QUICK_MOST >> 4) + 1);
  private readonly quickCounts = new Uint8Array((QUICK_MOST >> 4) + 1);
  private readonly binHeads = new Int32Array(BINS);
  /** One bit for each bin that is not empty. */
  private readonly binBits = new Int32Array((BINS >> 5) + 1);
  /** Payload address of the first chunk; 0 before the first growth. */
  private firstChunk: Address = 0;
  /** Payload address and bytes of the top chunk. */
  private top: Address = 0;
  private topBytes = 0;
  /** Payload addresses of the page-run chunks, sorted. */
  private readonly mapped: number[] = [];

  constructor(pages: PageMap) {
    this.pages = pages;
  }

  get usedBytes(): number {
    return this.tally[USED] >>> 0;
  }

  allocate(bytes: number): Address {
    if (bytes < MAP_THRESHOLD) {
      const chunkBytes = bytes <= LEAST_CHUNK - TAG_BYTES ? LEAST_CHUNK : (bytes + TAG_BYTES + 15) & SIZE_MASK;
      if (chunkBytes <= QUICK_MOST) {
        const list = chunkBytes >>> 4;
        const payload = this.quickHeads[list];
        if (payload !== 0) {
          this.quickHeads[list] = W[payload + 1];
          this.quickCounts[list]--;
          W[payload - 2] &= ~QUICK;
          W[payload - 1] = bytes;
          this.tally[USED] += bytes;
          this.tally[CELLS] += chunkBytes;
          hot[EVENT.alloc_fast]++;
          return payload;
        }
      }
      return this.allocateChunk(bytes, chunkBytes);
    }
    return this.allocateMapped(bytes);
  }

  free(address: Address, bytes: number): void {
    const head = W[address - 2];
    const chunkBytes = head & SIZE_MASK;
    if ((head & QUICK) !== 0 || W[address - 1] !== bytes) this.wrongFree(address, bytes);
    hot[EVENT.free]++;
    this.tally[USED] -= bytes;
    this.tally[CELLS] -= chunkBytes;
    if (chunkBytes <= QUICK_MOST) {
      const list = chunkBytes >>> 4;
      if (this.quickCounts[list] < QUICK_DEPTH) {
        W[address - 2] = head | QUICK;
        W[address + 1] = this.quickHeads[list];
        this.quickHeads[list] = address;
        this.quickCounts[list]++;
        return;
      }
    } else if ((head & MAPPED) !== 0) {
      this.freeMapped(address, chunkBytes);
      return;
    }
    this.tally[TAKEN]--;
    this.coalesce(address, chunkBytes);
  }

  resize(address: Address, oldBytes: number, newBytes: number): Address {
    const head = W[address - 2];
    const chunkBytes = head & SIZE_MASK;
    if ((head & QUICK) !== 0 || W[address - 1] !== oldBytes) this.wrongFree(address, oldBytes);
    if ((head & MAPPED) !== 0) {
      if (this.resizeMapped(address, chunkBytes, oldBytes, newBytes)) return address;
    } else {
      const wanted = newBytes <= LEAST_CHUNK - TAG_BYTES ? LEAST_CHUNK : (newBytes + TAG_BYTES + 15) & SIZE_MASK;
      if (newBytes < MAP_THRESHOLD && (wanted <= chunkBytes || this.growInPlace(address, chunkBytes, wanted))) {
        const now = this.splitTail(address, W[address - 2] & SIZE_MASK, wanted);
        // A chunk that keeps its size is answered at once; one that takes from its neighbour or gives to it is work on the bins.
        hot[now === chunkBytes ? EVENT.alloc_fast : EVENT.alloc_slow]++;
        W[address - 1] = newBytes;
        this.tally[USED] += newBytes - oldBytes;
        this.tally[CELLS] += now - chunkBytes;
        return address;
      }
    }
    const moved = this.allocate(newBytes);
    if (moved === 0) return 0;
    const words = (Math.min(oldBytes, newBytes) + 3) >> 2;
    if (words < 64) for (let word = 0; word < words; word++) W[moved + word] = W[address + word];
    else W.copyWithin(moved, address, address + words);
    hot[EVENT.copy_bytes] += words << 2;
    this.free(address, oldBytes);
    return moved;
  }

  cellBytes(address: Address): number {
    return W[address - 2] & SIZE_MASK;
  }

  footprint(): Footprint {
    const { tally, quickCounts, topBytes } = this;
    let mappedCells = 0;
    for (const payload of this.mapped) mappedCells += W[payload - 2] & SIZE_MASK;
    // Chunks lie side by side: what is between the first and the top and not in use is free.
    const chunkBytes = (this.top - this.firstChunk) << 2;
    const freeBytes = topBytes + chunkBytes - ((tally[CELLS] >>> 0) - mappedCells);
    let largestFreeBytes = Math.max(topBytes, this.largestInBins());
    let smallHoleBytes = tally[SMALL] + (topBytes < SMALL_HOLE_BYTES ? topBytes : 0);
    let quickChunks = 0;
    for (let list = 0; list < quickCounts.length; list++) {
      const count = quickCounts[list];
      if (count === 0) continue;
      const bytes = list << 4;
      quickChunks += count;
      if (bytes < SMALL_HOLE_BYTES) smallHoleBytes += count * bytes;
      if (bytes > largestFreeBytes) largestFreeBytes = bytes;
    }
    return {
      usedBytes: this.usedBytes,
      cellBytes: tally[CELLS] >>> 0,
      mappedBytes: this.pages.mappedBytes,
      metadataBytes: (tally[TAKEN] - quickChunks + this.mapped.length) * TAG_BYTES,
      sideBytes: 0,
      freeBytes,
      largestFreeBytes,
      smallHoleBytes,
    };
  }

  /** Bytes of the largest chunk in a bin; 0 when all bins are empty. */
  private largestInBins(): number {
    let word = this.binBits.length - 1;
    while (word >= 0 && this.binBits[word] === 0) word--;
    if (word < 0) return 0;
    let largest = 0;
    const bin = (word << 5) + 31 - Math.clz32(this.binBits[word]);
    for (let payload = this.binHeads[bin]; payload !== 0; payload = W[payload + 1]) {
      largest = Math.max(largest, W[payload - 2] & SIZE_MASK);
    }
    return largest;
  }

  blocks(visit: (block: BlockInfo) => void): void {
    const block: BlockInfo = { address: 0, bytes: 0, free: false, payload: 0, requestedBytes: -1 };
    this.chunks(block, visit);
    for (const payload of this.mapped) this.mappedBlock(block, payload, visit);
  }

  /** Visits the chunks of the brk zone in address order, the top chunk last. */
  chunks(block: BlockInfo, visit: (block: BlockInfo) => void): void {
    for (let payload = this.firstChunk; payload !== 0; ) {
      const isTop = payload === this.top;
      const chunkBytes = isTop ? this.topBytes - TAG_BYTES : W[payload - 2] & SIZE_MASK;
      const next = payload + (chunkBytes >> 2);
      block.address = payload - 2;
      block.payload = payload;
      block.bytes = chunkBytes;
      block.free = isTop || (W[payload - 2] & QUICK) !== 0 || (W[next - 2] & PREV_USED) === 0;
      block.requestedBytes = block.free ? -1 : W[payload - 1];
      if (chunkBytes > 0) visit(block);
      if (isTop) return;
      if (chunkBytes < LEAST_CHUNK || next > this.top) this.bad(payload, 'chunk size leads past the top chunk');
      payload = next;
    }
  }

  /** Payload addresses of the page-run chunks, sorted. */
  get mappedPayloads(): readonly number[] {
    return this.mapped;
  }

  mappedBlock(block: BlockInfo, payload: Address, visit: (block: BlockInfo) => void): void {
    block.address = payload - PAYLOAD;
    block.payload = payload;
    block.bytes = W[payload - 2] & SIZE_MASK;
    block.free = false;
    block.requestedBytes = W[payload - 1];
    visit(block);
  }

  verify(): void {
    let used = 0;
    let cells = 0;
    let freeChunks = 0;
    let quickChunks = 0;
    let taken = 0;
    let small = 0;
    const walked = { used: 0, free: this.topBytes, largest: this.topBytes, small: 0 };
    if (this.topBytes < SMALL_HOLE_BYTES) walked.small = this.topBytes;
    let previousFree = false;
    this.blocks((block) => {
      const { payload, bytes } = block;
      if (payload === this.top) return;
      if (block.free) {
        walked.free += bytes;
        walked.largest = Math.max(walked.largest, bytes);
        if (bytes < SMALL_HOLE_BYTES) walked.small += bytes;
      } else walked.used++;
      const head = W[payload - 2];
      const isQuick = (head & QUICK) !== 0;
      const binned = block.free && !isQuick;
      if ((head & MAPPED) === 0) {
        if (((head & PREV_USED) === 0) !== previousFree) this.bad(payload, 'PREV_USED does not match the chunk in front');
        if (previousFree && binned) this.bad(payload, 'two free chunks are neighbours');
        if (binned && W[payload + (bytes >> 2) - 4] !== bytes)
          this.bad(payload, 'footer of a free chunk differs from its size');
        previousFree = binned;
      }
      if (!binned && (head & MAPPED) === 0) taken++;
      if (binned && bytes < SMALL_HOLE_BYTES) small += bytes;
      if (binned) freeChunks++;
      else if (isQuick) quickChunks++;
      else {
        used += block.requestedBytes;
        cells += bytes;
        if (block.requestedBytes < 0 || block.requestedBytes > bytes - TAG_BYTES) {
          this.bad(payload, 'a chunk was asked for more bytes than it holds');
        }
      }
    });
    if (this.firstChunk !== 0 && ((W[this.top - 2] & PREV_USED) === 0) !== previousFree) {
      this.bad(this.top, 'PREV_USED of the top chunk does not match the chunk in front');
    }
    if (used !== this.usedBytes) throw new LabBug(`malloc: ${this.usedBytes} bytes counted in use, chunks hold ${used}`);
    if (cells !== this.tally[CELLS] >>> 0) {
      throw new LabBug(`malloc: ${this.tally[CELLS] >>> 0} cell bytes counted in use, chunks have ${cells}`);
    }
    if (taken !== this.tally[TAKEN]) throw new LabBug(`malloc: ${this.tally[TAKEN]} chunks counted as taken, ${taken} found`);
    if (small !== this.tally[SMALL]) {
      throw new LabBug(`malloc: ${this.tally[SMALL]} bytes counted in small chunks of the bins, ${small} found`);
    }
    this.verifyBins(freeChunks);
    this.verifyQuickLists(quickChunks);
    // Behind the lists, which it follows: one that leads back into itself has been found by now.
    const { metadataBytes, freeBytes, largestFreeBytes, smallHoleBytes } = this.footprint();
    const told = { used: metadataBytes / TAG_BYTES, free: freeBytes, largest: largestFreeBytes, small: smallHoleBytes };
    if (JSON.stringify(told) !== JSON.stringify(walked)) {
      throw new LabBug(`malloc: the footprint comes to ${JSON.stringify(told)}, the chunks to ${JSON.stringify(walked)}`);
    }
    const end = this.pages.start + this.pages.breakPages * PAGE_WORDS + PAYLOAD;
    if (this.firstChunk !== 0 && this.top + (this.topBytes >> 2) !== end)
      this.bad(this.top, 'top chunk does not end at the break');
    for (const payload of this.mapped) {
      if (!this.pages.isTaken(payload - PAYLOAD, this.cellBytes(payload) / PAGE_BYTES))
        this.bad(payload, 'page-run chunk lies in free pages');
    }
  }

  private verifyBins(freeChunks: number): void {
    let listed = 0;
    for (let bin = 0; bin < BINS; bin++) {
      let previous = 0;
      const occupied = (this.binBits[bin >> 5] & (1 << (bin & 31))) !== 0;
      if (occupied !== (this.binHeads[bin] !== 0)) throw new LabBug(`malloc: bit of bin ${bin} does not match its list`);
      for (let payload = this.binHeads[bin]; payload !== 0; payload = W[payload + 1]) {
        const bytes = W[payload - 2] & SIZE_MASK;
        if (binOf(bytes) !== bin) this.bad(payload, 'free chunk is in a bin of another size');
        if (W[payload + 3] !== previous) this.bad(payload, 'back link of a bin is wrong');
        if ((W[payload + (bytes >> 2) - 2] & PREV_USED) !== 0) this.bad(payload, 'chunk in a bin is in use');
        previous = payload;
        if (++listed > freeChunks) this.bad(payload, 'bins list more chunks than are free');
      }
    }
    if (listed !== freeChunks) throw new LabBug(`malloc: ${freeChunks} free chunks, bins list ${listed}`);
  }

  private verifyQuickLists(quickChunks: number): void {
    let listed = 0;
    for (let list = 0; list < this.quickHeads.length; list++) {
      let length = 0;
      for (let payload = this.quickHeads[list]; payload !== 0; payload = W[payload + 1]) {
        if ((W[payload - 2] & SIZE_MASK) !== list << 4) this.bad(payload, 'chunk is in a quick list of another size');
        if ((W[payload - 2] & QUICK) === 0) this.bad(payload, 'chunk in a quick list is in use');
        if (++length > QUICK_DEPTH) this.bad(payload, 'quick list is too long');
      }
      if (length !== this.quickCounts[list])
        throw new LabBug(`malloc: quick list of ${list << 4} bytes has ${length} chunks, counted ${this.quickCounts[list]}`);
      listed += length;
    }
    if (listed !== quickChunks) throw new LabBug(`malloc: ${quickChunks} chunks marked quick, lists hold ${listed}`);
  }

  private allocateChunk(bytes: number, chunkBytes: number): Address {
    hot[EVENT.alloc_slow]++;
    let payload = this.takeFromBins(chunkBytes);
    if (payload === 0) {
      if (this.topBytes - TOP_TAGS < chunkBytes && !this.grow(chunkBytes)) return 0;
      payload = this.top;
      this.top += chunkBytes >> 2;
      this.topBytes -= chunkBytes;
      W[payload - 2] = chunkBytes | (W[payload - 2] & PREV_USED);
      W[this.top - 2] = PREV_USED;
    }
    W[payload - 1] = bytes;
    this.tally[USED] += bytes;
    this.tally[CELLS] += W[payload - 2] & SIZE_MASK;
    this.tally[TAKEN]++;
    return payload;
  }

  /** A chunk of at least `chunkBytes` out of the bins, marked in use, its rest split off; 0 when no bin has one. */
  private takeFromBins(chunkBytes: number): Address {
    let bin = binOf(chunkBytes);
    if (bin >= 64) {
      let searched = 0;
      for (let payload = this.binHeads[bin]; payload !== 0 && searched < BIN_SEARCH; payload = W[payload + 1]) {
        if ((W[payload - 2] & SIZE_MASK) >= chunkBytes) return this.use(payload, chunkBytes);
        searched++;
      }
      bin++;
    }
    let word = bin >> 5;
    let bits = this.binBits[word] & (-1 << (bin & 31));
    while (bits === 0) {
      if (++word >= this.binBits.length) return 0;
      bits = this.binBits[word];
    }
    return this.use(this.binHeads[(word << 5) + 31 - Math.clz32(bits & -bits)], chunkBytes);
  }

  /** Takes the free chunk `payload` out of its bin and marks it in use. */
  private use(payload: Address, chunkBytes: number): Address {
    const whole = W[payload - 2] & SIZE_MASK;
    this.unlink(payload, whole);
    W[payload + (whole >> 2) - 2] |= PREV_USED;
    this.splitTail(payload, whole, chunkBytes);
    return payload;
  }

  /** Cuts a chunk in use down to `wanted` bytes when the rest makes a chunk; returns its bytes now. */
  private splitTail(payload: Address, chunkBytes: number, wanted: number): number {
    const rest = chunkBytes - wanted;
    if (rest < LEAST_CHUNK) return chunkBytes;
    W[payload - 2] = wanted | (W[payload - 2] & PREV_USED);
    const tail = payload + (wanted >> 2);
    W[tail - 2] = rest | PREV_USED;
    this.coalesce(tail, rest);
    return wanted;
  }

  /** Widens a chunk in use into the free chunk or top chunk behind it. */
  private growInPlace(payload: Address, chunkBytes: number, wanted: number): boolean {
    const next = payload + (chunkBytes >> 2);
    if (next === this.top) {
      if (chunkBytes + this.topBytes - TOP_TAGS < wanted && !this.grow(wanted - chunkBytes)) return false;
      const taken = wanted - chunkBytes;
      this.top += taken >> 2;
      this.topBytes -= taken;
      W[payload - 2] = wanted | (W[payload - 2] & PREV_USED);
      W[this.top - 2] = PREV_USED;
      return true;
    }
    const nextBytes = W[next - 2] & SIZE_MASK;
    const after = next + (nextBytes >> 2);
    if ((W[after - 2] & PREV_USED) !== 0 || chunkBytes + nextBytes < wanted) return false;
    this.unlink(next, nextBytes);
    W[after - 2] |= PREV_USED;
    W[payload - 2] = (chunkBytes + nextBytes) | (W[payload - 2] & PREV_USED);
    return true;
  }

  /** Makes the chunk free: joins it with free neighbours or the top chunk, else puts it into its bin. */
  private coalesce(payload: Address, chunkBytes: number): void {
    let start = payload;
    let bytes = chunkBytes;
    if ((W[payload - 2] & PREV_USED) === 0) {
      const previousBytes = W[payload - 4];
      start = payload - (previousBytes >> 2);
      bytes += previousBytes;
      this.unlink(start, previousBytes);
    }
    const next = payload + (chunkBytes >> 2);
    if (next === this.top) {
      this.top = start;
      this.topBytes += bytes;
      W[start - 2] = PREV_USED;
      if (this.topBytes >= TRIM_BYTES) this.trim();
      return;
    }
    const nextBytes = W[next - 2] & SIZE_MASK;
    const after = next + (nextBytes >> 2);
    if ((W[after - 2] & PREV_USED) === 0) {
      this.unlink(next, nextBytes);
      bytes += nextBytes;
    }
    W[start - 2] = bytes | PREV_USED;
    const end = start + (bytes >> 2);
    W[end - 2] &= ~PREV_USED;
    W[end - 4] = bytes;
    const bin = binOf(bytes);
    const first = this.binHeads[bin];
    W[start + 1] = first;
    W[start + 3] = 0;
    if (first !== 0) W[first + 3] = start;
    this.binHeads[bin] = start;
    this.binBits[bin >> 5] |= 1 << (bin & 31);
    if (bytes < SMALL_HOLE_BYTES) this.tally[SMALL] += bytes;
  }

  private unlink(payload: Address, chunkBytes: number): void {
    if (chunkBytes < SMALL_HOLE_BYTES) this.tally[SMALL] -= chunkBytes;
    const next = W[payload + 1];
    const previous = W[payload + 3];
    if (next !== 0) W[next + 3] = previous;
    if (previous !== 0) W[previous + 1] = next;
    else {
      const bin = binOf(chunkBytes);
      this.binHeads[bin] = next;
      if (next === 0) this.binBits[bin >> 5] &= ~(1 << (bin & 31));
    }
  }

  private grow(chunkBytes: number): boolean {
    const needed = Math.ceil((chunkBytes - this.topBytes + TOP_TAGS) / PAGE_BYTES);
    // The pad is a convenience: under a tight limit the heap grows by what is needed and no more.
    const roomy = this.pages.mappedBytes + (needed + TOP_PAD_PAGES) * PAGE_BYTES <= this.pages.limitBytes;
    const pages = needed + (roomy ? TOP_PAD_PAGES : 0);
    const address = this.pages.extend(pages);
    if (address === 0) return false;
    hot[EVENT.alloc_refill]++;
    if (this.firstChunk === 0) {
      this.firstChunk = address + PAYLOAD;
      this.top = this.firstChunk;
      this.topBytes = pages * PAGE_BYTES;
      W[this.top - 2] = PREV_USED;
    } else this.topBytes += pages * PAGE_BYTES;
    return true;
  }

  private trim(): void {
    const pages = Math.floor((this.topBytes - TRIM_BYTES / 2) / PAGE_BYTES);
    if (pages <= 0) return;
    this.pages.shrink(pages);
    this.topBytes -= pages * PAGE_BYTES;
  }

  private allocateMapped(bytes: number): Address {
    hot[EVENT.alloc_slow]++;
    const pages = Math.ceil((bytes + TAG_BYTES + 8) / PAGE_BYTES);
    const run = this.pages.map(pages, 1);
    if (run === 0) return 0;
    const payload = run + PAYLOAD;
    W[payload - 2] = (pages * PAGE_BYTES) | MAPPED | PREV_USED;
    W[payload - 1] = bytes;
    this.tally[USED] += bytes;
    this.tally[CELLS] += pages * PAGE_BYTES;
    let index = this.mapped.length;
    while (index > 0 && this.mapped[index - 1]! > payload) index--;
    this.mapped.splice(index, 0, payload);
    return payload;
  }

  private freeMapped(payload: Address, cellBytes: number): void {
    this.mapped.splice(this.mapped.indexOf(payload), 1);
    this.pages.unmap(payload - PAYLOAD, cellBytes / PAGE_BYTES);
  }

  private resizeMapped(payload: Address, cellBytes: number, oldBytes: number, newBytes: number): boolean {
    if (newBytes < MAP_THRESHOLD) return false;
    const oldPages = cellBytes / PAGE_BYTES;
    const newPages = Math.ceil((newBytes + TAG_BYTES + 8) / PAGE_BYTES);
    const run = payload - PAYLOAD;
    if (newPages > oldPages && !this.pages.extendRun(run, oldPages, newPages - oldPages)) return false;
    if (newPages < oldPages) this.pages.unmap(run + newPages * PAGE_WORDS, oldPages - newPages);
    hot[newPages === oldPages ? EVENT.alloc_fast : EVENT.alloc_slow]++;
    W[payload - 2] = (newPages * PAGE_BYTES) | MAPPED | PREV_USED;
    W[payload - 1] = newBytes;
    this.tally[USED] += newBytes - oldBytes;
    this.tally[CELLS] += (newPages - oldPages) * PAGE_BYTES;
    return true;
  }

  private wrongFree(address: Address, bytes: number): never {
    const head = W[address - 2];
    const why = (head & QUICK) !== 0 ? 'it is free already' : `it was asked for ${W[address - 1]}`;
    throw new LabBug(`malloc: wrong free or resize of ${bytes} bytes at word 0x${address.toString(16)}: ${why}`);
  }

  private bad(payload: Address, sentence: string): never {
    throw new LabBug(
      `malloc: ${sentence} (payload at word 0x${payload.toString(16)}, head 0x${(W[payload - 2] >>> 0).toString(16)})`,
    );
  }
}
