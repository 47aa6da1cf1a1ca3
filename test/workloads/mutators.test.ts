import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findWorkload, smallParamValues, workloadSource, workloads } from '../../src/workloads/catalogue.ts';
import { emitMutator } from '../../src/workloads/mutators/emit-mutator.ts';
import { drawTables } from '../../src/workloads/mutators/mutator-draws.ts';
import { type MutatorParams, mutatorParams } from '../../src/workloads/mutators/mutator-params.ts';
import { randomSeeds, readGoldens } from './goldens.ts';

const defaults = Object.fromEntries(mutatorParams.map((param) => [param.name, param.default])) as unknown as MutatorParams;
const random = workloads.filter((workload) => workload.kind === 'random');

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a random mutator', () => {
  test.each(random.map((workload) => [workload.name, workload] as const))(
    '%s is the recorded program for each seed',
    (name, workload) => {
      const recorded = readGoldens().workloads[name]?.seeds;
      expect(recorded?.map(({ seed }) => seed)).toEqual(randomSeeds);
      for (const { seed, program } of recorded ?? []) {
        const text = workload.emit({ ...smallParamValues(workload), seed });
        expect(createHash('sha256').update(text).digest('hex')).toBe(program);
      }
      // Different programs do not all print the same: the record of outputs is worth something.
      expect(new Set(recorded?.map(({ output }) => output)).size).toBeGreaterThan(randomSeeds.length / 2);
    },
  );

  test('differs by seed, and in its forms, not in its numbers alone', () => {
    const withoutNumbers = (seed: number) => emitMutator(defaults, String(seed)).replace(/^ {4}[\d ,]+$/gmu, '');
    const forms = new Set(Array.from({ length: 20 }, (_, seed) => withoutNumbers(seed).replace(/seed "\d+"/u, '')));
    expect(forms.size).toBeGreaterThan(10);
  });

  test('takes its length and its seed from the parameters of the catalogue', () => {
    const text = workloadSource(findWorkload('mutator'), { operations: 77, seed: 5 });
    expect(text).toContain('\nOPERATIONS = 77\n');
    expect(text).toContain('seed "5"');
    expect(text).toBe(emitMutator({ ...defaults, operations: 77 }, '5'));
  });
});

describe('the draws of a mutator', () => {
  test('have the distributions that the parameters promise', () => {
    const params = {
      ...defaults,
      lifetime: 50,
      tail_percent: 0,
      size: 100,
      connectivity: 3,
      cycle_percent: 40,
      mutation_percent: 250,
    };
    const draws = Array.from({ length: 8 }, (_, seed) => drawTables(params, String(seed)));
    const all = (name: keyof (typeof draws)[number]) => draws.flatMap((tables) => tables[name]);
    expect(mean(all('lifetimes')) / 50).toBeCloseTo(1, 1);
    const sizes = all('sizes').sort((a, b) => a - b);
    expect(sizes[sizes.length / 2]! / 100).toBeCloseTo(1, 0);
    expect(mean(all('fanouts'))).toBeCloseTo(3, 0);
    expect(mean(all('cyclic'))).toBeCloseTo(0.4, 1);
    expect(mean(all('stores'))).toBeCloseTo(2.5, 0);
    expect(new Set(all('depths'))).toEqual(new Set([1, 2, 3]));
    for (const name of ['lifetimes', 'sizes', 'fanouts'] as const) expect(Math.min(...all(name))).toBeGreaterThanOrEqual(1);
  });

  test('come in tables whose lengths are different primes', () => {
    const lengths = Object.values(drawTables(defaults, '1')).map((table) => table.length);
    expect(new Set(lengths).size).toBe(lengths.length);
    for (const length of lengths) {
      for (let divisor = 2; divisor * divisor <= length; divisor++) expect(length % divisor).not.toBe(0);
    }
  });

  test('of one parameter do not move when another one changes', () => {
    const before = drawTables(defaults, '3');
    const after = drawTables({ ...defaults, size: 4000, cycle_percent: 90, depth: 9 }, '3');
    expect(after.lifetimes).toEqual(before.lifetimes);
    expect(after.fanouts).toEqual(before.fanouts);
    expect(after.picks).toEqual(before.picks);
    expect(after.sizes).not.toEqual(before.sizes);
    const longer = drawTables({ ...defaults, tail_percent: defaults.tail_percent + 5 }, '3').lifetimes;
    const moved = longer.filter((life, index) => life !== before.lifetimes[index]);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(100);
  });
});
