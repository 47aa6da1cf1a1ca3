/** What the oracle's tables say of a few lives, worked out on paper. */
import { expect, test } from 'vitest';
import { LifeTable, log2Class } from '../../src/cell/life-table.ts';

/** Lives as `size:age`, a `+` behind one that went on at the end. */
function tableOf(lives: string): LifeTable {
  const table = new LifeTable();
  const site = table.site('p.py:1');
  const type = table.type('list');
  for (const word of lives.split(' ')) {
    const [size = 0, age = 0] = word.replace('+', '').split(':').map(Number);
    table.noteLife(site, type, age, size, word.endsWith('+'));
  }
  return table;
}

test('classes are doublings, and 0 one of its own', () => {
  expect([0, 1, 2, 3, 4, 7, 8, 1023, 1024].map(log2Class)).toEqual([0, 1, 2, 2, 3, 3, 4, 10, 11]);
});

test('survival: those that went on count for half of their step, and are at risk no more', () => {
  const { survival } = tableOf('100:1 40:100 20:100+ 40:1000').rows('r', 0);
  expect(survival.map(({ age, at_risk_b, survival: share }) => [age, at_risk_b, share])).toEqual([
    // 100 of 200 bytes die below an age of 2.
    [2, 200, 0.5],
    // Of the 100 left 40 die and 20 are not seen further: 40 of 90.
    [108, 100, 0.277778],
    [1024, 40, 0],
  ]);
});

test('a step ends before the age that names it', () => {
  const ages = (life: number): number[] =>
    tableOf(`8:${life}`)
      .rows('r', 0)
      .survival.map(({ age }) => age);
  expect([0, 1, 2, 1023, 1024, 1217, 1218].flatMap(ages)).toEqual([0, 2, 3, 1024, 1218, 1218, 1449]);
});

test('sizes by nearest rank, and lives by class', () => {
  const sizes = Array.from({ length: 11 }, (_, index) => 10 * (index + 1));
  const { demographics, lifetimes } = tableOf(sizes.map((size) => `${size}:5${size === 110 ? '+' : ''}`).join(' ')).rows(
    'r',
    1000,
  );
  // The ranks are 1.1, 5.5 and 9.9, rounded up.
  expect(demographics[0]).toMatchObject({ objects: 11, bytes: 660, size_p10: 20, size_p50: 60, size_p90: 100 });
  expect(
    lifetimes.map(({ log2_life, log2_size, objects, bytes, censored }) => [log2_life, log2_size, objects, bytes, censored]),
  ).toEqual([
    [3, 4, 1, 10, 0],
    [3, 5, 2, 50, 0],
    [3, 6, 3, 150, 0],
    [3, 7, 5, 450, 1],
  ]);
});

test('references, stores and delays are shares and areas of what was noted', () => {
  const table = tableOf('16:0 16:0 16:0 16:0');
  for (const references of [0, 1, 2, 3]) table.noteReferences(references);
  for (const oldYoung of [true, false, false]) table.noteStore(oldYoung);
  table.noteReclaim(16, 0);
  table.noteReclaim(16, 100);
  table.noteReclaim(32, 120);
  table.noteDrag(16, 3);
  table.noteUnreclaimed(8, 1000);
  const { demographics, delays } = table.rows('r', 64);
  expect(demographics[0]).toMatchObject({
    references: 6,
    references_per_object: 1.5,
    stores: 3,
    stores_per_byte: 0.046875,
    old_young_stores: 1,
  });
  expect(delays.map(({ what, log2_b, objects, bytes, area }) => [what, log2_b, objects, bytes, area])).toEqual([
    ['drag', 2, 1, 16, 48],
    ['reclaim', 0, 1, 16, 0],
    ['reclaim', 7, 2, 48, 16 * 100 + 32 * 120],
    ['unreclaimed', 10, 1, 8, 8000],
  ]);
});
