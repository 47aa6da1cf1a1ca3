/** The worked example of docs/adding-a-strategy.md is taken out of the page and run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { StrategyFactory } from '../../src/heap/strategy.ts';
import { verifyHeap } from '../../src/heap/verify.ts';
import { ShadowedMutator } from '../support/shadow-graph.ts';
import { ToyMachine } from '../support/toy-model.ts';

const page = readFileSync(new URL('../../docs/adding-a-strategy.md', import.meta.url), 'utf8');

async function exampleFactory(): Promise<StrategyFactory> {
  const [, typescript] = /```ts\n(.*?)```/s.exec(page)!;
  const source = typescript!.replace(
    /from '(\.[^']*)'/g,
    (_, path: string) => `from '${fileURLToPath(new URL(`../../src/strategies/${path}`, import.meta.url))}'`,
  );
  // Through a file, so that the example gets the modules that the test has: the thread's memory is theirs.
  const folder = mkdtempSync(join(tmpdir(), 'heaplab-example-'));
  try {
    writeFileSync(join(folder, 'flood.ts'), source);
    const example = (await import(join(folder, 'flood.ts'))) as { createFlood: StrategyFactory };
    return example.createFlood;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the worked example', async () => {
  const factory = await exampleFactory();

  it.each([1, 2, 3])('keeps the random graph of seed %i', (seed) => {
    const machine = new ToyMachine('flood', { factory, stress: seed, poison: true, verified: true });
    const mutator = new ShadowedMutator(machine, seed, { finalizers: true, weakrefs: true, slots: 5 });
    mutator.run(600, 20);
    machine.onFinalize = () => {};
    machine.onCallback = () => {};
    mutator.dropRoots();
    machine.quiesce();
    expect(verifyHeap(machine.context, machine.strategy).objects).toBe(0);
    expect(machine.strategy.collections.length).toBeGreaterThan(100);
  });

  it('is fully described: the page names every part there is', () => {
    for (const part of [
      'base-strategy',
      'counting',
      'cycle-collector',
      'tracing',
      'malloc',
      'arena-pools',
      'segregated',
      'bump',
      'object-map',
    ]) {
      expect(page).toContain(`${part}.ts`);
    }
  });
});
