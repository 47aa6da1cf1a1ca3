/** Campaigns: the same file whatever the number of workers, findings deduplicated, interruption and resumption, workers that crash. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignPlan, type CampaignResult, runCampaign } from '../../src/fuzz/campaign.ts';
import { CampaignFolder } from '../../src/fuzz/campaign-folder.ts';
import type { CaseOutcome } from '../../src/fuzz/run-case.ts';
import { summaryText } from '../../src/fuzz/summary.ts';
import { FuzzWorker } from '../../src/fuzz/worker-pool.ts';

const silent = { onCase() {}, onFinding() {}, onReduction() {} };

const plan = (more: Partial<CampaignPlan> = {}): CampaignPlan => ({
  seed: 5,
  profile: 'mixed',
  cases: 4,
  shard: [1, 1],
  seconds: null,
  jobs: 1,
  setup: { lineup: { strategies: ['refcount-cycle', 'semispace'], fault: null, modules: [] }, python: null },
  options: { stress: null, replays: true, failures: true },
  reductionRuns: 0,
  ...more,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-fuzz-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = async (name: string, result: CampaignResult): Promise<string> => {
  const target = new CampaignFolder(join(folder, name), 'key', { resume: false, force: true });
  await target.finish(result, summaryText(result, { seed: 5, strategies: ['refcount-cycle', 'semispace'], python: null }));
  return readFileSync(join(folder, name, 'fuzz.csv'), 'utf8');
};

describe('a campaign', () => {
  it('gives the same file with one worker and with two, and in shards', async () => {
    const { signal } = new AbortController();
    const one = await runCampaign(plan(), [], silent, signal);
    const two = await runCampaign(plan({ jobs: 2 }), [], silent, signal);
    const csv = await write('one', one);
    expect(csv.split('\n').length).toBe(1 + 4 * 2 + 1);
    expect(await write('two', two)).toBe(csv);
    expect(one.findings).toEqual([]);
    const shard = await runCampaign(plan({ shard: [2, 2] }), [], silent, signal);
    expect(shard.outcomes.map(({ index }) => index)).toEqual([1, 3]);
    expect(shard.outcomes[0].rows).toEqual(one.outcomes[1].rows);
  });

  it('names a planted fault once, shrinks it and confirms it', async () => {
    const lineup = { strategies: ['mark-sweep'], fault: 'tuple-end-not-marked', modules: [] };
    const setup = { lineup, python: null };
    const result = await runCampaign(plan({ setup, cases: 2, reductionRuns: 150 }), [], silent, new AbortController().signal);
    expect(result.findings.length).toBeGreaterThan(0);
    for (const finding of result.findings) {
      expect(finding.confirmed).toBe(true);
      expect(finding.signature.split('/')[1]).toBe('mark-sweep');
      expect(finding.reduced!.source.length).toBeLessThan(finding.original.source.length);
    }
    expect(new Set(result.findings.map(({ signature }) => signature)).size).toBe(result.findings.length);
    await write('found', result);
    expect(readFileSync(join(folder, 'found', 'summary.txt'), 'utf8')).toContain(result.findings[0].signature);
  });

  it('can be interrupted and goes on where it was', async () => {
    const path = join(folder, 'resumed');
    const key = 'the same';
    const first = new CampaignFolder(path, key, { resume: false, force: false });
    const stop = new AbortController();
    const noted: CaseOutcome[] = [];
    const events = {
      ...silent,
      onCase: (outcome: CaseOutcome): void => {
        first.note(outcome);
        noted.push(outcome);
        if (noted.length === 2) stop.abort();
      },
    };
    const part = await runCampaign(plan(), [], events, stop.signal);
    expect(part.missing).toBe(2);
    expect(() => new CampaignFolder(path, 'another', { resume: true, force: false })).toThrow('another one');
    expect(() => new CampaignFolder(path, key, { resume: false, force: false })).toThrow('holds a campaign already');
    const second = new CampaignFolder(path, key, { resume: true, force: false });
    expect(second.earlier.map(({ index }) => index)).toEqual([0, 1]);
    const rest = await runCampaign(plan(), second.earlier, silent, new AbortController().signal);
    expect(rest.missing).toBe(0);
    const whole = await runCampaign(plan(), [], silent, new AbortController().signal);
    expect(await write('a', rest)).toBe(await write('b', whole));
  });
});

describe('a case whose worker is lost', () => {
  it('has a row and a finding of its own, and the campaign goes on', async () => {
    const module = join(folder, 'deadly.mjs');
    writeFileSync(module, "export default { name: 'deadly', capabilities: {}, create() { process.exit(3); } };\n");
    const setup = { lineup: { strategies: ['refcount'], fault: null, modules: [module] }, python: null };
    const options = { ...plan().options, stress: 7 };
    const result = await runCampaign(plan({ setup, options, cases: 2 }), [], silent, new AbortController().signal);
    expect(result.missing).toBe(0);
    expect(
      result.outcomes.flatMap(({ rows }) => rows).map(({ strategy, status, stress }) => [strategy, status, stress]),
    ).toEqual([
      ['all', 'lost', 7],
      ['all', 'lost', 7],
    ]);
    expect(result.findings.map(({ signature }) => signature)).toEqual(['X/all/run/-/worker crashed']);
    const csv = await write('lost', result);
    expect(csv.split('\n').filter((line) => line.endsWith('X/all/run/-/worker crashed')).length).toBe(2);
  });
});

describe('a worker', () => {
  it.each([
    ['crashes', 'process.exit(3)', 'the worker ended'],
    ['throws', "throw new Error('broken')", 'broken'],
    ['runs away', 'for (;;) {}', 'no answer within'],
  ])('that %s costs its request only', async (_, code, message) => {
    const module = join(folder, 'worker.mjs');
    writeFileSync(module, `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${code} });\n`);
    const worker = new FuzzWorker(plan().setup, pathToFileURL(module), 1);
    const request = { kind: 'case', id: { profile: 'A', seed: 1, index: 1 }, options: plan().options } as const;
    for (let round = 0; round < 2; round++) {
      const answer = await worker.ask(request);
      expect(answer.kind).toBe('crash');
      if (answer.kind === 'crash') expect(answer.message).toContain(message);
    }
    await worker.stop();
  });
});
