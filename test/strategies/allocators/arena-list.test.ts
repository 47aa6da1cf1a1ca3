import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PageMap } from '../../../src/heap/page-map.ts';
import { ArenaList } from '../../../src/strategies/allocators/arena-list.ts';

const POOLS = 64;
/** Word of a free pool that links to the next one. */
const NEXT = 4;

/** What a list of arenas keeps, by number of the arena; `lastWith` by number of free pools. */
interface Books {
  readonly bases: Int32Array;
  readonly freePools: Int32Array;
  readonly freeCounts: Int32Array;
  readonly nexts: Int32Array;
  readonly previouses: Int32Array;
  readonly lastWith: Int32Array;
}

function fresh() {
  const memory = new Memory({ heapBytes: 64 * 1024 * 1024, stackBytes: 65536 });
  const pages = new PageMap(memory, new Clock(), new Int32Array(8));
  const arenas = new ArenaList(pages);
  return { arenas, books: arenas as unknown as Books, pages, W: memory.words };
}

/** A new arena with all its pools in use. */
function openFull({ arenas, pages }: ReturnType<typeof fresh>): number[] {
  const arena = arenas.open();
  pages.charge(4 * POOLS);
  return Array.from({ length: POOLS }, () => arenas.carve(arena));
}

function free({ arenas, W }: ReturnType<typeof fresh>, arena: number, pool: number): void {
  W[pool + NEXT] = arenas.freePool(arena);
  arenas.putFree(arena, pool);
}

it('counts the arenas of now, of all time and at the most', () => {
  const machine = fresh();
  const { arenas } = machine;
  const pools = [1, 2, 3].map(() => openFull(machine));
  expect([arenas.count, arenas.peak, arenas.allocatedTotal]).toEqual([3, 3, 3]);
  free(machine, 1, pools[0]![0]!);
  for (const pool of pools[1]!) free(machine, 2, pool);
  // The last one with free pools is kept, a further one is not.
  for (const pool of pools[2]!) free(machine, 3, pool);
  expect([arenas.count, arenas.peak, arenas.allocatedTotal]).toEqual([2, 3, 3]);
  arenas.verify();
});

describe('verify', () => {
  const damages: { name: string; expected: RegExp; damage: (books: Books, W: Int32Array, pool: number) => void }[] = [
    {
      name: 'an arena that was given back',
      expected: /arena 2 is listed but was given back/,
      damage: ({ bases }) => {
        bases[2] = 0;
      },
    },
    {
      name: 'a back link',
      expected: /back link of arena 3 is wrong/,
      damage: ({ previouses }) => {
        previouses[3] = 1;
      },
    },
    {
      name: 'an arena with fewer free pools behind one with more',
      expected: /arena 2 with 2 free pools stands behind one with 9/,
      damage: ({ freeCounts, lastWith }) => {
        freeCounts[1] = 9;
        lastWith[9] = 1;
      },
    },
    {
      name: 'an arena without a free pool',
      expected: /arena 1 without free pools is listed/,
      damage: ({ freeCounts, lastWith }) => {
        freeCounts[1] = 0;
        lastWith[0] = 1;
      },
    },
    {
      name: 'the last arena of a count',
      expected: /arena 2 is the last with 2 free pools, noted is 1/,
      damage: ({ lastWith }) => {
        lastWith[2] = 1;
      },
    },
    {
      name: 'the last arena of all',
      expected: /arena 3 is the last with 3 free pools, noted is 0/,
      damage: ({ lastWith }) => {
        lastWith[3] = 0;
      },
    },
    {
      name: 'a free pool with blocks in use',
      expected: /pool with blocks in use among the free ones/,
      damage: (_books, W, pool) => {
        W[pool] = 1;
      },
    },
    {
      name: 'free pools that run in a circle',
      expected: /free pools of arena 1 run in a circle/,
      damage: (_books, W, pool) => {
        W[pool + NEXT] = pool;
      },
    },
    {
      name: 'free pools that are lost',
      expected: /arena 1 counts 1 free pools, has 0/,
      damage: ({ freePools }) => {
        freePools[1] = 0;
      },
    },
    {
      name: 'a list cut off',
      expected: /3 arenas have free pools, 2 are listed/,
      damage: ({ nexts }) => {
        nexts[2] = 0;
      },
    },
  ];
  it.each(damages)('notices $name', ({ expected, damage }) => {
    const machine = fresh();
    const pools = [1, 2, 3].map(() => openFull(machine));
    // Arena 1 has one free pool, arena 2 two, arena 3 three.
    for (const arena of [1, 2, 3]) for (let index = 0; index < arena; index++) free(machine, arena, pools[arena - 1]![index]!);
    machine.arenas.verify();
    damage(machine.books, machine.W, pools[0]![0]!);
    expect(() => machine.arenas.verify()).toThrow(expected);
  });
});
