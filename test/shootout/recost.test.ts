import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CostProfile, loadProfile, parseProfile } from '../../src/cell/cost-profile.ts';
import { openRunFolder } from '../../src/results/run-folder-reader.ts';
import { recost } from '../../src/shootout/recost.ts';
import { runOne } from '../../src/shootout/run-one.ts';

const program = `
class Loud:
    def __del__(self):
        pass
keep = []
for index in range(2000):
    keep.append([index, Loud()])
    if index % 300 == 0:
        keep = []
keep = None
`;

const flat = loadProfile('flat-1');
const dear: CostProfile = parseProfile(
  JSON.stringify({
    name: 'dear',
    version: 1,
    calibrated: ['refcount'],
    costs: { ...flat.cycles, refcount_dec: 3.5, edge: 40 },
  }),
  'dear.json',
);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-recost-'));
  await writeFile(join(root, 'p.py'), program);
});
afterEach(() => rm(root, { recursive: true }));

async function run(out: string, strategy: string, allocator: string, profile: CostProfile): Promise<void> {
  await runOne({
    command: ['run', 'p.py', ...(profile === flat ? [] : ['--cost-profile', 'dear.json'])],
    program: join(root, 'p.py'),
    argv: [],
    params: {},
    seed: 1,
    strategy: { name: strategy, allocator, swapped: false },
    limits: {
      heapBytes: 64 << 20,
      stackBytes: 8 << 20,
      stepLimit: 1e9,
      verify: false,
      stress: 0,
      samples: true,
      oracle: false,
      profile,
    },
    stdin: null,
    out: join(root, out),
    force: false,
    watch: { trace: null, mallocStats: false },
  });
}

async function contents(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory)).filter((name) => name !== 'timing.csv');
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (name) => [name, await readFile(join(directory, name), 'utf8')])),
  );
}

describe.each([
  ['refcount', 'malloc'],
  ['arena-pools', 'arena-pools'],
  ['mark-sweep', 'segregated'],
])('%s', (strategy, allocator) => {
  test('the same profile is the identity, and another gives what a run with it gives', async () => {
    await run('flat', strategy, allocator, flat);
    await run('dear', strategy, allocator, dear);
    const options = { directory: join(root, 'flat'), force: false };
    await recost({ ...options, profile: flat, profileName: 'flat-1', out: join(root, 'same') });
    await recost({ ...options, profile: dear, profileName: 'dear.json', out: join(root, 'anew') });
    expect(await contents(join(root, 'same'))).toEqual(await contents(join(root, 'flat')));
    expect(await contents(join(root, 'anew'))).toEqual(await contents(join(root, 'dear')));
    const [before] = (await openRunFolder(join(root, 'flat'))).runs;
    const [after] = (await openRunFolder(join(root, 'anew'))).runs;
    expect(after?.cycles_total).toBeGreaterThan(before?.cycles_total ?? 0);
    // A run that simulated the cache has all that a profile without one needs.
    await run('cache', strategy, allocator, loadProfile('cache'));
    await recost({
      directory: join(root, 'cache'),
      force: false,
      profile: flat,
      profileName: 'flat-1',
      out: join(root, 'without'),
    });
    const without = await contents(join(root, 'without'));
    for (const file of ['runs.csv', 'pauses.csv', 'collections.csv', 'samples.csv', 'utilization.csv', 'overheads.csv'])
      expect(without[file]).toBe((await contents(join(root, 'flat')))[file]);
    expect(after?.calibration).toBe(strategy === 'refcount' ? 'calibrated' : 'uncalibrated');
  });
});
