/** The heap by address: what each 16 bytes of it hold at one moment. */
import { REP } from '../heap/layout.ts';
import { type Address, ID_BASE, WORDS } from '../heap/memory.ts';
import type { ObjectMap } from '../heap/object-map.ts';
import type { BlockInfo } from '../heap/strategy.ts';
import type { Machine } from '../interp/machine.ts';
import type { Census } from './census.ts';
import { GRANULE, type HeapMapPage } from './moment.ts';

const PAGE_BYTES = 16_384;
const GRANULE_BYTES = 16;
/** Pages of one map; what lies beyond is not shown. */
const MOST_PAGES = 256;

const FREE = GRANULE.indexOf('free');
const LIVE = GRANULE.indexOf('live');
const UNREACHABLE = GRANULE.indexOf('unreachable');
const NEW = GRANULE.indexOf('new');

interface Page {
  readonly granules: Uint8Array;
  /** 0 before the first cell, -1 when they differ. */
  cellBytes: number;
}

/** Pages in address order. `reached` are the objects that a root leads to; numbers in `census` above `freshFrom` are new. */
export function heapMap(machine: Machine, reached: ObjectMap, census: Census, freshFrom: number): HeapMapPage[] {
  const { strategy, context } = machine;
  const { memory, model } = context;
  const pages = new Map<number, Page>();
  const mark = (address: Address, bytes: number, what: number, cellBytes: number): void => {
    const from = Math.floor(((address - memory.heapStart) * 4) / GRANULE_BYTES);
    const to = Math.ceil(((address - memory.heapStart) * 4 + bytes) / GRANULE_BYTES);
    const perPage = PAGE_BYTES / GRANULE_BYTES;
    for (let at = from; at < to; ) {
      const index = Math.floor(at / perPage);
      const end = Math.min(to, (index + 1) * perPage);
      let page = pages.get(index);
      if (page === undefined && pages.size < MOST_PAGES)
        pages.set(index, (page = { granules: new Uint8Array(perPage), cellBytes: 0 }));
      if (page !== undefined) {
        for (let granule = at; granule < end; granule++) {
          const place = granule - index * perPage;
          if (page.granules[place]! < what) page.granules[place] = what;
        }
        if (cellBytes > 0) page.cellBytes = page.cellBytes === 0 || page.cellBytes === cellBytes ? cellBytes : -1;
      }
      at = end;
    }
  };
  // What is in use is unreachable until something shows that it is not.
  const used: [address: Address, bytes: number][] = [];
  const kept = new Set<Address>();
  strategy.audit?.keptBlocks((payload) => kept.add(payload));
  const visit = ({ address, bytes, free, payload }: BlockInfo): void => {
    mark(address, bytes, FREE, bytes);
    if (!free && !kept.has(payload)) used.push([address, bytes]);
  };
  if (strategy.stretches === undefined) strategy.blocks(visit);
  else strategy.stretches(visit);
  const parts = (object: Address, see: (address: Address, bytes: number) => void): void => {
    if (object >= memory.heapStart) see(object, model.size(object));
    const buffers = model.buffers(object);
    for (let index = 0; index < buffers; index++) {
      const address = WORDS[model.slotScratch[index]!];
      if (address >= memory.heapStart) see(address, model.byteScratch[index]!);
    }
  };
  const live = new Set<number>();
  strategy.objects((object) => {
    if (!reached.has(object)) return;
    parts(object, (address, bytes) => {
      for (let at = address >> 2; at < (address + bytes / 4) >> 2; at++) live.add(at);
    });
  });
  // An object of the machine itself may own a buffer on the heap.
  strategy.audit?.staticOwners((owner) => {
    parts(owner, (address, bytes) => {
      for (let at = address >> 2; at < (address + bytes / 4) >> 2; at++) live.add(at);
    });
  });
  for (const [address, bytes] of used) {
    // A large piece holds the living beside the dead: there the objects themselves tell.
    if (strategy.stretches !== undefined) continue;
    let isLive = false;
    for (let at = address >> 2; at < (address + bytes / 4) >> 2 && !isLive; at++) isLive = live.has(at);
    mark(address, bytes, isLive ? LIVE : UNREACHABLE, 0);
  }
  if (strategy.stretches !== undefined) {
    strategy.objects((object) => {
      const what = reached.has(object) ? LIVE : UNREACHABLE;
      if ((WORDS[object + REP]! & 0xff) !== 0) parts(object, (address, bytes) => mark(address, bytes, what, 0));
    });
  }
  for (const [object, { number }] of census.live) {
    if (number > freshFrom && (WORDS[object + REP]! & 0xff) !== 0)
      parts(object, (address, bytes) => mark(address, bytes, NEW, 0));
  }
  return [...pages]
    .sort(([a], [b]) => a - b)
    .map(([index, { granules, cellBytes }]) => ({
      address: ID_BASE + memory.heapStart * 4 + index * PAGE_BYTES,
      runs: runsOf(granules),
      cellBytes: Math.max(0, cellBytes),
    }));
}

function runsOf(granules: Uint8Array): number[] {
  const runs: number[] = [];
  for (let at = 0; at < granules.length; ) {
    const what = granules[at]!;
    let end = at + 1;
    while (end < granules.length && granules[end] === what) end++;
    runs.push(what, end - at);
    at = end;
  }
  return runs;
}
