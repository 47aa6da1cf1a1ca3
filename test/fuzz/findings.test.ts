/** The bank of our own findings stays mended; stored findings read back; the commands on them answer. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { findingText, parseFinding, type StoredFinding } from '../../src/fuzz/finding-file.ts';
import { configText, parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { regress } from '../../src/fuzz/regress.ts';
import { replay } from '../../src/fuzz/replay.ts';
import { shrinkFile } from '../../src/fuzz/shrink-file.ts';

const bank = fileURLToPath(new URL('../findings', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const stored: StoredFinding = {
  origin: 'g1:mixed:1:2',
  tier: 'A',
  strategy: 'mark-sweep',
  config: parseConfig('stress=1 heap=4194304 thresholds=5,2,2 fail-at=0'),
  fault: 'cell-not-traced',
  signature: 'R/mark-sweep/collect/cell/slot # of object # refers to #, where no live object is',
  cause: '',
  source: 'def f(a):\n    def g():\n        return a\n    return g\nh = f([1, 2])\n\nfor i in range(3):\n    print(h())\n',
};

describe('stored findings', () => {
  it('read back as they were', () => {
    expect(parseFinding(findingText(stored), 'x.py')).toEqual(stored);
    expect(parseConfig(configText(stored.config))).toEqual(stored.config);
  });
  it('are refused without a header', () => {
    expect(() => parseFinding('print(1)\n', 'x.py')).toThrow(UserError);
    expect(() => parseFinding('# heaplab finding\n# tier: A\n\n', 'x.py')).toThrow('names no strategy');
    expect(() => parseFinding('# heaplab finding\n# tier: Q\n# strategy: refcount\n\n', 'x.py')).toThrow('unknown tier');
  });
  it('replay from the file alone, with the same signature and metrics', async () => {
    const path = join(folder, 'finding.py');
    writeFileSync(path, findingText(stored));
    const first = await replay(path, { python: undefined, fault: null });
    const second = await replay(path, { python: undefined, fault: null });
    expect(first.failures.map(({ signature }) => signature)).toEqual([stored.signature]);
    expect(second.metrics).toEqual(first.metrics);
    expect(first.journal).toContain('arena-pools');
  });
  it('shrink, and keep their header', async () => {
    const path = join(folder, 'finding.py');
    writeFileSync(path, findingText(stored));
    const out = join(folder, 'small.py');
    const request = {
      strategy: undefined,
      stress: undefined,
      python: undefined,
      fault: null,
      runs: '300',
      out,
      force: false,
      signal: null,
    };
    const shrunk = await shrinkFile(path, request);
    expect(shrunk.lines).toBeLessThan(shrunk.linesBefore);
    const small = parseFinding(readFileSync(out, 'utf8'), out);
    expect(small.signature).toBe(shrunk.signature);
    expect(small.fault).toBe(stored.fault);
    await expect(shrinkFile(path, { ...request, out: path })).rejects.toThrow('is there already');
  });
  it('are kept as far as they were shrunk when the work is interrupted', async () => {
    const path = join(folder, 'finding.py');
    writeFileSync(path, findingText(stored));
    const out = join(folder, 'interrupted.py');
    const request = { strategy: undefined, stress: undefined, python: undefined, fault: null, runs: '300', out, force: false };
    const shrunk = await shrinkFile(path, { ...request, signal: AbortSignal.abort() });
    expect(shrunk.lines).toBe(shrunk.linesBefore);
    expect(parseFinding(readFileSync(out, 'utf8'), out).source).toBe(stored.source);
  });
  it('shrink refuses a program that does not fail', async () => {
    const path = join(folder, 'sound.py');
    writeFileSync(path, 'print(1)\n');
    const request = {
      strategy: 'refcount',
      stress: '1',
      python: undefined,
      fault: null,
      runs: '10',
      out: null,
      force: false,
      signal: null,
    };
    await expect(shrinkFile(path, request)).rejects.toThrow('shows no failure');
  });
});

describe('the bank', () => {
  it('shows nothing any more', async () => {
    const results = await regress(bank, undefined);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });
});
