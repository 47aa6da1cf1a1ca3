import { expect, it } from 'vitest';
import { stream } from '../../src/base/random-streams.ts';
import { Memory } from '../../src/heap/memory.ts';
import { ObjectMap } from '../../src/heap/object-map.ts';

const memory = new Memory({ heapBytes: 1024 * 1024, stackBytes: 65536 });
const start = memory.heapStart;

it('is a set of addresses, 16 bytes apart, in address order', () => {
  const map = new ObjectMap(memory);
  const random = stream(['object-map']);
  const members = new Set<number>();
  for (let step = 0; step < 4000; step++) {
    const address = start + 4 * random.int(0, 3000);
    if (random.chance(0.6)) {
      map.add(address);
      members.add(address);
    } else {
      map.delete(address);
      members.delete(address);
    }
    expect(map.has(address)).toBe(members.has(address));
  }
  const sorted = [...members].sort((left, right) => left - right);
  const visited: number[] = [];
  map.forEach(start, memory.heapEnd, (address) => visited.push(address));
  expect(visited).toEqual(sorted);
  for (let round = 0; round < 500; round++) {
    const from = start + random.int(0, 12000);
    const to = from + random.int(1, 4000);
    const within = sorted.filter((address) => address >= from && address < to);
    expect(map.next(from, to)).toBe(within[0] ?? 0);
    const some: number[] = [];
    map.forEach(from, to, (address) => some.push(address));
    expect(some).toEqual(within);
  }
});

it('visits what the visitor deletes, and nothing twice', () => {
  const map = new ObjectMap(memory);
  for (let index = 0; index < 200; index += 3) map.add(start + 4 * index);
  let visits = 0;
  map.forEach(start, memory.heapEnd, (address) => {
    map.delete(address);
    visits++;
  });
  expect(visits).toBe(67);
  expect(map.next(start, memory.heapEnd)).toBe(0);
});

it('clears a part or all', () => {
  const map = new ObjectMap(memory);
  for (let index = 0; index < 4096; index++) map.add(start + 4 * index);
  map.clear(start + 1024, start + 2048);
  expect(map.has(start + 1020)).toBe(true);
  expect(map.has(start + 1024)).toBe(false);
  expect(map.has(start + 2044)).toBe(false);
  expect(map.next(start + 1024, memory.heapEnd)).toBe(start + 2048);
  map.clear();
  expect(map.next(start, memory.heapEnd)).toBe(0);
});

it('says what a region costs: one bit for 16 bytes', () => {
  const map = new ObjectMap(memory);
  expect(map.bytesTo(start + 1024 * 256)).toBe((1024 * 1024) / 128);
});
