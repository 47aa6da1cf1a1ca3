import { describe, expect, it } from 'vitest';
import { stream } from '../../src/base/random-streams.ts';
import { Clock, EVENT } from '../../src/heap/clock.ts';
import { Memory } from '../../src/heap/memory.ts';
import { PAGE_BYTES, PAGE_WORDS, PageMap } from '../../src/heap/page-map.ts';
import { PENDING } from '../../src/heap/strategy.ts';

const MIB = 1024 * 1024;

function fresh(heapBytes = 4 * MIB) {
  const memory = new Memory({ heapBytes, stackBytes: 65536 });
  const clock = new Clock();
  const control = new Int32Array(8);
  return { memory, clock, control, pages: new PageMap(memory, clock, control) };
}

describe('page runs', () => {
  it('start at the middle of the region, first fit by address, aligned', () => {
    const { pages } = fresh();
    const a = pages.map(3, 1);
    const b = pages.map(1, 4);
    const c = pages.map(1, 1);
    const d = pages.map(256, 256);
    const page = (address: number): number => (address - pages.start) / PAGE_WORDS;
    const middle = page(a);
    expect(middle % 256).toBe(0);
    expect(middle).toBeGreaterThanOrEqual(pages.pageCount / 2);
    expect(page(b)).toBe(middle + 4);
    expect(page(c)).toBe(middle + 3);
    expect(page(d)).toBe(middle + 256);
    pages.unmap(a, 3);
    expect(pages.map(4, 1)).toBe(b + PAGE_WORDS);
    expect(pages.map(3, 1)).toBe(a);
    pages.verify();
  });

  it('fall back to the room below the middle', () => {
    const { pages } = fresh();
    const middlePages = pages.pageCount - (pages.reserve(1, 1) - pages.start) / PAGE_WORDS;
    expect(pages.reserve(middlePages - 1, 1)).not.toBe(0);
    expect(pages.reserve(2, 1)).toBe(pages.start);
    expect(pages.reserve(pages.pageCount, 1)).toBe(0);
  });

  it('lengthen in place only into free pages', () => {
    const { pages } = fresh();
    const a = pages.map(2, 1);
    expect(pages.extendRun(a, 2, 3)).toBe(true);
    expect(pages.mappedBytes).toBe(5 * PAGE_BYTES);
    const b = pages.map(1, 1);
    expect(b).toBe(a + 5 * PAGE_WORDS);
    expect(pages.extendRun(a, 5, 1)).toBe(false);
    expect(pages.mappedBytes).toBe(6 * PAGE_BYTES);
  });

  it('given back twice or not taken are faults', () => {
    const { pages } = fresh();
    const a = pages.map(4, 1);
    pages.unmap(a, 4);
    expect(() => pages.release(a, 4)).toThrow(/page given back twice/);
    const b = pages.map(4, 1);
    pages.release(b + 2 * PAGE_WORDS, 2);
    expect(() => pages.release(b, 4)).toThrow(/overlaps a free one/);
    expect(() => pages.reserveAt(b, 1)).toThrow(/page taken twice/);
    const c = pages.map(1, 4);
    expect(() => pages.reserveAt(c - PAGE_WORDS, 2)).toThrow(/reaches into taken pages/);
    expect(() => pages.uncharge(6)).toThrow(/more pages given back than were mapped/);
  });

  it('are verified', () => {
    const damaged = (damage: (starts: number[], lengths: number[]) => void) => {
      const { pages } = fresh();
      pages.map(4, 1);
      pages.verify();
      const { runStarts, runLengths } = pages as unknown as Record<'runStarts' | 'runLengths', number[]>;
      damage(runStarts, runLengths);
      return expect(() => pages.verify());
    };
    damaged((starts) => starts.reverse()).toThrow(/is not apart from the one that ends at/);
    damaged((_starts, lengths) => lengths.splice(0, 1, 0)).toThrow(/free run at page 0 is empty/);
    damaged((_starts, lengths) => lengths[1]!++).toThrow(/free run ends at page \d+ of \d+/);
    // Runs side by side are one.
    damaged((starts, lengths) => {
      lengths[0] = starts[1]!;
    }).toThrow(/is not apart from the one that ends at/);
  });

  it('agree with a bitmap over a long random history', () => {
    const { pages } = fresh(16 * MIB);
    const random = stream(['page-map']);
    const taken = new Uint8Array(pages.pageCount);
    const runs: { address: number; length: number }[] = [];
    for (let step = 0; step < 3000; step++) {
      if (runs.length > 0 && random.chance(0.48)) {
        const [run] = runs.splice(random.int(0, runs.length - 1), 1);
        pages.release(run!.address, run!.length);
        const first = (run!.address - pages.start) / PAGE_WORDS;
        taken.fill(0, first, first + run!.length);
      } else {
        const length = random.int(1, 40);
        const align = random.pick([1, 1, 4, 16]);
        const address = pages.reserve(length, align);
        expect(address).not.toBe(0);
        const first = (address - pages.start) / PAGE_WORDS;
        expect(first % align).toBe(0);
        expect(taken.subarray(first, first + length).every((page) => page === 0)).toBe(true);
        taken.fill(1, first, first + length);
        runs.push({ address, length });
      }
      if (step % 100 === 0) {
        pages.verify();
        const seen = new Uint8Array(pages.pageCount);
        let end = 0;
        pages.forEachTaken((from, to) => {
          expect(from).toBeGreaterThan(end);
          end = to;
          seen.fill(1, (from - pages.start) / PAGE_WORDS, (to - pages.start) / PAGE_WORDS);
        });
        expect(seen).toEqual(taken);
        const page = random.int(0, pages.pageCount - 3);
        expect(pages.isTaken(pages.start + page * PAGE_WORDS, 3)).toBe(
          taken.subarray(page, page + 3).every((each) => each === 1),
        );
      }
    }
  });
});

describe('the brk zone', () => {
  it('grows and shrinks at the low end', () => {
    const { pages } = fresh();
    expect(pages.extend(3)).toBe(pages.start);
    expect(pages.extend(2)).toBe(pages.start + 3 * PAGE_WORDS);
    expect(pages.breakPages).toBe(5);
    pages.shrink(4);
    expect(pages.breakPages).toBe(1);
    expect(pages.mappedBytes).toBe(PAGE_BYTES);
    expect(pages.extend(1)).toBe(pages.start + PAGE_WORDS);
    pages.verify();
  });

  it('stops at a page that is taken', () => {
    const { pages } = fresh();
    pages.extend(1);
    pages.reserveAt(pages.start + 3 * PAGE_WORDS, 1);
    expect(pages.extend(3)).toBe(0);
    expect(pages.extend(2)).not.toBe(0);
    expect(pages.extend(1)).toBe(0);
    expect(pages.mappedBytes).toBe(3 * PAGE_BYTES);
  });
});

describe('the limit', () => {
  it('asks for a safepoint when it is passed, and refuses past the overdraft of 2 MiB or an eighth', () => {
    const { pages, control } = fresh(4 * MIB);
    expect(pages.charge(1024)).toBe(true);
    expect(pages.overLimit).toBe(false);
    expect(control[PENDING]).toBe(0);
    expect(pages.isFull()).toBe(false);
    expect(pages.charge(1)).toBe(true);
    expect(pages.isFull()).toBe(true);
    expect(pages.overLimit).toBe(true);
    expect(control[PENDING]).toBe(1);
    expect(pages.charge(511)).toBe(true);
    expect(pages.charge(1)).toBe(false);
    expect(pages.mappedBytes).toBe(6 * MIB);
    pages.uncharge(1000);
    expect(pages.peakMappedBytes).toBe(6 * MIB);
    expect(pages.isFull()).toBe(false);
    expect(pages.charge(1)).toBe(true);
    const large = fresh(64 * MIB).pages;
    expect(large.charge(72 * 256)).toBe(true);
    expect(large.charge(1)).toBe(false);
  });

  it('has a softer one that collectors set', () => {
    const { pages, control } = fresh(4 * MIB);
    pages.softBytes = 2 * MIB;
    pages.charge(512);
    expect(pages.overSoft).toBe(false);
    pages.charge(1);
    expect(pages.overSoft).toBe(true);
    expect(pages.overLimit).toBe(false);
    expect(control[PENDING]).toBe(1);
  });

  it('may be a share, the rest being a reserve', () => {
    const { memory, clock, control } = fresh(8 * MIB);
    const pages = new PageMap(memory, clock, control, 0.5);
    expect(pages.limitBytes).toBe(4 * MIB);
    expect(pages.charge(5 * 256)).toBe(true);
    expect(pages.charge(1)).toBe(false);
    pages.chargeReserve(3);
    expect(pages.mappedBytes).toBe(5 * MIB + 3 * PAGE_BYTES);
  });

  it('takes nothing when a run does not fit', () => {
    const { pages } = fresh();
    expect(pages.map(5000, 1)).toBe(0);
    pages.reserveAt(pages.start, pages.pageCount);
    expect(pages.map(1, 1)).toBe(0);
    expect(pages.mappedBytes).toBe(0);
  });
});

it('counts pages mapped and unmapped', () => {
  const { pages, clock } = fresh();
  const run = pages.map(5, 1);
  pages.extend(2);
  pages.chargeReserve(1);
  pages.unmap(run, 5);
  pages.shrink(1);
  expect(clock.count(EVENT.page_map)).toBe(8);
  expect(clock.count(EVENT.page_unmap)).toBe(6);
});
